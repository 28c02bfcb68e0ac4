using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Amounts;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Chain.Work;

/// <summary>What an Edge's stake at an epoch's end lets it commit.</summary>
public static class WorkCapacity
{
    /// <summary>Units that it covers, as the contract reckons.</summary>
    /// <param name="connection">The node.</param>
    /// <param name="state">Of a block in the epoch after <paramref name="epoch"/>: the contract keeps the weight at no earlier epoch's end.</param>
    /// <param name="edge">The node's owner.</param>
    /// <param name="epoch">The epoch of the work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ulong> GetAsync(ChainConnection connection, ProtocolState state, string edge, long epoch, CancellationToken cancellationToken)
    {
        var block = new BlockParameter(new HexBigInteger(state.Block.Number));
        var weight = await connection.Staking.PreviousWeightOfQueryAsync(edge, block).WaitAsync(cancellationToken);
        var capacity = weight * state.Parameters.ValueAt(ProtocolParameter.UnitsPerStakedToken, epoch) / SendAmount.One;
        return (ulong)BigInteger.Min(capacity, ulong.MaxValue);
    }
}
