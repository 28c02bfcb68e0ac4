using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthSendTransaction(IClient client) : RpcRequestResponseHandler<string>(client, "eth_sendTransaction"), IEthSendTransaction
{
    public Task<string> SendRequestAsync(TransactionInput input, object id = null) => base.SendRequestAsync(id, input);
}
