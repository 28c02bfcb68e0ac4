using System.Numerics;
using Sending.Chain.Formats;

namespace Sending.Chain.Settlements;

/// <summary>What guardians' reveals say of an Edge, weighed by their stake.</summary>
/// <param name="guardians">Every guardian with stake at the epoch's end.</param>
internal sealed class Availability(IReadOnlyList<GuardianInput> guardians)
{
    private readonly BigInteger _revealed = Sum(guardians.Where(guardian => guardian.Revealed));

    /// <summary>Stake of all guardians.</summary>
    public BigInteger Stake { get; } = Sum(guardians);

    /// <summary>
    /// The least score up to which guardians have at least half of the stake of all who gave one; 100 when those have less than half of all stake, or
    /// none.
    /// </summary>
    public int ScoreOf(int edge)
    {
        var given = guardians
            .Where(guardian => guardian.Revealed)
            .Select(guardian => (Score: AvailabilityScores.Of(guardian.Scores, edge), guardian.Stake))
            .Where(opinion => opinion.Score is not null)
            .OrderBy(opinion => opinion.Score)
            .ToList();
        var all = given.Aggregate(BigInteger.Zero, (sum, opinion) => sum + opinion.Stake);
        if (given.Count == 0 || 2 * all < Stake)
        {
            return AvailabilityScores.Highest;
        }

        var sofar = BigInteger.Zero;
        return given.First(opinion => 2 * (sofar += opinion.Stake) >= all).Score!.Value;
    }

    /// <summary>Whether an Edge's commitment is paid for: not rejected, and held by more than half of the stake that revealed and more than a third of all.</summary>
    public bool Stands(EdgeInput edge)
    {
        var held = Sum(guardians.Where(guardian => guardian.Held is { } bitmap && HeldBitmap.Contains(bitmap, edge.Index)));
        return edge.Work is { Rejected: false } && 2 * held > _revealed && 3 * held > Stake;
    }

    private static BigInteger Sum(IEnumerable<GuardianInput> guardians) => guardians.Aggregate(BigInteger.Zero, (sum, guardian) => sum + guardian.Stake);
}
