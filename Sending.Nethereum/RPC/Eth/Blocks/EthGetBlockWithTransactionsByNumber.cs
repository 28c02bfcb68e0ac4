using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

internal sealed class EthGetBlockWithTransactionsByNumber(IClient client)
    : RpcRequestResponseHandler<BlockWithTransactions>(client, "eth_getBlockByNumber"), IEthGetBlockWithTransactionsByNumber
{
    public Task<BlockWithTransactions> SendRequestAsync(BlockParameter blockParameter, object id = null) => base.SendRequestAsync(id, blockParameter, true);

    public Task<BlockWithTransactions> SendRequestAsync(HexBigInteger number, object id = null) => base.SendRequestAsync(id, number, true);
}
