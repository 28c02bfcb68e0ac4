using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Blocks;

/// <summary>eth_getBlockByHash: a block with its transactions; null when there is none.</summary>
public interface IEthGetBlockWithTransactionsByHash
{
    Task<BlockWithTransactions> SendRequestAsync(string blockHash, object id = null);
}
