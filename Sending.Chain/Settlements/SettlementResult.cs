using System.Numerics;
using Sending.Chain.Formats;

namespace Sending.Chain.Settlements;

/// <summary>A settlement with all that it follows from and commits to. Amounts are in base units of SEND.</summary>
/// <param name="Message">What guardians sign.</param>
/// <param name="Figures">Cumulative earnings, ascending by node, and charges, ascending by payer and Edge.</param>
/// <param name="Epochs">The figures of each epoch covered.</param>
public sealed record SettlementResult(SettlementMessage Message, CumulativeFigures Figures, IReadOnlyList<EpochFigures> Epochs);

/// <summary>The figures of an epoch.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="GuardianStake">Stake of all guardians at its end.</param>
/// <param name="EdgeBudget">Edges' part of the emission.</param>
/// <param name="GuardianBudget">Guardians' part of the emission.</param>
/// <param name="Edges">Every Edge.</param>
/// <param name="Guardians">Every guardian with stake.</param>
public sealed record EpochFigures(
    long Epoch,
    BigInteger GuardianStake,
    BigInteger EdgeBudget,
    BigInteger GuardianBudget,
    IReadOnlyList<EdgeFigures> Edges,
    IReadOnlyList<GuardianFigures> Guardians)
{
    /// <summary>What lines were charged.</summary>
    public BigInteger Charged => Sum(Edges.Select(edge => edge.Charged));

    /// <summary>What nodes earned.</summary>
    public BigInteger Earned => Sum(Edges.Select(edge => edge.Fees + edge.Subsidy)) + Sum(Guardians.Select(guardian => guardian.Pay));

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, BigInteger.Add);
}

/// <summary>An Edge's figures of an epoch.</summary>
/// <param name="Edge">The node's owner.</param>
/// <param name="Index">Its index among Edges.</param>
/// <param name="Score">Its availability, 0 to 100.</param>
/// <param name="Root">Root of what it committed to; null when it did not commit.</param>
/// <param name="Units">The units that it claimed.</param>
/// <param name="Rejected">Whether the commitment was convicted, or challenged without an answer.</param>
/// <param name="Stands">Whether it is paid for: not rejected, and held by enough guardians.</param>
/// <param name="Charged">What its lines were charged.</param>
/// <param name="Fees">What of that it earned.</param>
/// <param name="Subsidy">What it earned of the emission.</param>
public sealed record EdgeFigures(
    string Edge,
    int Index,
    int Score,
    string? Root,
    ulong Units,
    bool Rejected,
    bool Stands,
    BigInteger Charged,
    BigInteger Fees,
    BigInteger Subsidy);

/// <summary>A guardian's figures of an epoch.</summary>
/// <param name="Guardian">The node's owner.</param>
/// <param name="Stake">Its stake at the epoch's end.</param>
/// <param name="Revealed">Whether it revealed scores.</param>
/// <param name="Pay">What it earned of the emission.</param>
public sealed record GuardianFigures(string Guardian, BigInteger Stake, bool Revealed, BigInteger Pay);
