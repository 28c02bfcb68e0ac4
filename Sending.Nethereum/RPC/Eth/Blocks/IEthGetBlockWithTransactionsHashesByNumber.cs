using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

/// <summary>eth_getBlockByNumber: a block with its transactions' hashes; null when there is none.</summary>
public interface IEthGetBlockWithTransactionsHashesByNumber
{
    Task<BlockWithTransactionHashes> SendRequestAsync(BlockParameter blockParameter, object id = null);

    Task<BlockWithTransactionHashes> SendRequestAsync(HexBigInteger number, object id = null);
}
