using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthGetTransactionByHash(IClient client)
    : RpcRequestResponseHandler<Transaction>(client, "eth_getTransactionByHash"), IEthGetTransactionByHash
{
    public Task<Transaction> SendRequestAsync(string hashTransaction, object id = null) => base.SendRequestAsync(id, hashTransaction.EnsureHexPrefix());
}
