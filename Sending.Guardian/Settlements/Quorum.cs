using System.Numerics;
using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;

namespace Sending.Guardian.Settlements;

/// <summary>Whether signatures are enough for a settlement, by the rules of <c>RewardPool.submitSettlement</c>.</summary>
/// <param name="Signatures">The fewest that are enough, ascending by guardian; all that count while they are not enough.</param>
/// <param name="Signed">Their stake at the end of the settlement's epoch.</param>
/// <param name="Total">All guardians' stake then.</param>
/// <param name="Counted">How many signatures count.</param>
/// <param name="IsReached">Whether they are enough.</param>
internal sealed record Quorum(IReadOnlyList<GuardianSignature> Signatures, BigInteger Signed, BigInteger Total, int Counted, bool IsReached)
{
    /// <summary>Counts signatures.</summary>
    /// <param name="state">The protocol's state.</param>
    /// <param name="epoch">The settlement's epoch.</param>
    /// <param name="signatures">Verified; those that are not by the operator in force do not count.</param>
    /// <param name="signerOf">Who signed.</param>
    public static Quorum Of(ProtocolState state, long epoch, IEnumerable<GuardianSignature> signatures, Func<GuardianSignature, string?> signerOf)
    {
        var end = state.Clock.StartOf(epoch + 1);
        var guardians = state.Staking.ListNodes(NodeRole.Guardian).ToDictionary(node => node.Owner, node => (node.Operator, Stake: state.Staking.WeightBefore(node.Owner, end)));
        var total = guardians.Values.Aggregate(BigInteger.Zero, (sum, guardian) => sum + guardian.Stake);
        var counted = signatures
            .Where(signature => guardians.TryGetValue(signature.Guardian, out var guardian)
                && !guardian.Stake.IsZero
                && guardian.Operator.Equals(signerOf(signature), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(signature => guardians[signature.Guardian].Stake)
            .ThenBy(signature => signature.Guardian, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var fewest = (int)state.Parameters.ValueAt(ProtocolParameter.MinSigners, epoch);
        var (signed, chosen) = (BigInteger.Zero, 0);
        while (chosen < counted.Count && (chosen < fewest || 3 * signed < 2 * total))
        {
            signed += guardians[counted[chosen].Guardian].Stake;
            chosen++;
        }

        var reached = total >= state.Parameters.ValueAt(ProtocolParameter.MinTotalGuardianStake, epoch) && chosen >= fewest && chosen > 0 && 3 * signed >= 2 * total;
        return new Quorum([.. counted.Take(chosen).OrderBy(signature => signature.Guardian, StringComparer.OrdinalIgnoreCase)], signed, total, counted.Count, reached);
    }
}
