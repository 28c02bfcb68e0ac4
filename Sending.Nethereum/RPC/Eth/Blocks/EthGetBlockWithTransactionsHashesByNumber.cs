using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

internal sealed class EthGetBlockWithTransactionsHashesByNumber(IClient client)
    : RpcRequestResponseHandler<BlockWithTransactionHashes>(client, "eth_getBlockByNumber"), IEthGetBlockWithTransactionsHashesByNumber
{
    public Task<BlockWithTransactionHashes> SendRequestAsync(BlockParameter blockParameter, object id = null) => base.SendRequestAsync(id, blockParameter, false);

    public Task<BlockWithTransactionHashes> SendRequestAsync(HexBigInteger number, object id = null) => base.SendRequestAsync(id, number, false);
}
