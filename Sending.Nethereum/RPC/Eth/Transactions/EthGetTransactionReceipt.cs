using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthGetTransactionReceipt(IClient client)
    : RpcRequestResponseHandler<TransactionReceipt>(client, "eth_getTransactionReceipt"), IEthGetTransactionReceipt
{
    public Task<TransactionReceipt> SendRequestAsync(string transactionHash, object id = null) => base.SendRequestAsync(id, transactionHash.EnsureHexPrefix());
}
