using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthSendRawTransaction(IClient client) : RpcRequestResponseHandler<string>(client, "eth_sendRawTransaction"), IEthSendRawTransaction
{
    public Task<string> SendRequestAsync(string signedTransactionData, object id = null) => base.SendRequestAsync(id, signedTransactionData.EnsureHexPrefix());
}
