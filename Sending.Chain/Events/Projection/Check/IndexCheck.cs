using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events.Projection.Check;

/// <summary>
/// Compares an index with what the contracts themselves say at the same block: every node, position, request, credit line, commitment,
/// challenge, settlement, parameter, identity and proposal. It proves that the index can be relied on.
/// </summary>
/// <param name="connection">The node; it must still know the state of that block.</param>
public sealed class IndexCheck(ChainConnection connection)
{
    private const int ParallelReads = 8;

    /// <summary>Asks the contracts for everything that is indexed.</summary>
    public async Task<IndexComparison> CompareAsync(ProtocolState state, CancellationToken cancellationToken)
    {
        var differences = new Differences();
        var at = new BlockParameter(new HexBigInteger(state.Block.Number));
        IEnumerable<Func<CancellationToken, Task>> checks =
        [
            .. new StakingCheck(connection, state, at, differences).All(),
            .. new WorkCheck(connection, state, at, differences).All(),
            .. new SettlementCheck(connection, state, at, differences).All(),
            .. new IdentityCheck(connection, state, at, differences).All(),
        ];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(checks, options, async (check, token) => await check(token));
        return new IndexComparison(state.Block, differences.Compared, differences.Found);
    }
}
