using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

/// <summary>eth_getBlockByHash: a block with its transactions' hashes; null when there is none.</summary>
public interface IEthGetBlockWithTransactionsHashesByHash
{
    Task<BlockWithTransactionHashes> SendRequestAsync(string blockHash, object id = null);
}
