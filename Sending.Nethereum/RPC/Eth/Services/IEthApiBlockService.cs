using Nethereum.RPC.Eth.Blocks;

namespace Nethereum.RPC.Eth.Services;

/// <summary>Requests for blocks.</summary>
public interface IEthApiBlockService
{
    IEthBlockNumber GetBlockNumber { get; }

    IEthGetBlockWithTransactionsByHash GetBlockWithTransactionsByHash { get; }

    IEthGetBlockWithTransactionsByNumber GetBlockWithTransactionsByNumber { get; }

    IEthGetBlockWithTransactionsHashesByHash GetBlockWithTransactionsHashesByHash { get; }

    IEthGetBlockWithTransactionsHashesByNumber GetBlockWithTransactionsHashesByNumber { get; }
}
