using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

/// <summary>eth_getBlockByNumber: a block with its transactions; null when there is none.</summary>
public interface IEthGetBlockWithTransactionsByNumber
{
    Task<BlockWithTransactions> SendRequestAsync(BlockParameter blockParameter, object id = null);

    Task<BlockWithTransactions> SendRequestAsync(HexBigInteger number, object id = null);
}
