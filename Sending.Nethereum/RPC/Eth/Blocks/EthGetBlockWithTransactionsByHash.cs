using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

internal sealed class EthGetBlockWithTransactionsByHash(IClient client)
    : RpcRequestResponseHandler<BlockWithTransactions>(client, "eth_getBlockByHash"), IEthGetBlockWithTransactionsByHash
{
    public Task<BlockWithTransactions> SendRequestAsync(string blockHash, object id = null) => base.SendRequestAsync(id, blockHash.EnsureHexPrefix(), true);
}
