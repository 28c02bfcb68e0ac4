using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

internal sealed class EthGetBlockWithTransactionsHashesByHash(IClient client)
    : RpcRequestResponseHandler<BlockWithTransactionHashes>(client, "eth_getBlockByHash"), IEthGetBlockWithTransactionsHashesByHash
{
    public Task<BlockWithTransactionHashes> SendRequestAsync(string blockHash, object id = null) => base.SendRequestAsync(id, blockHash.EnsureHexPrefix(), false);
}
