using System.Numerics;
using Sending.Chain.Formats;

namespace Sending.Chain.Settlements;

/// <summary>All that a settlement follows from. Amounts are in base units of SEND, addresses in any case.</summary>
/// <param name="Epoch">The last epoch that it covers, whose number it has.</param>
/// <param name="Previous">Digest of the last final settlement; zeros before the first.</param>
/// <param name="Fund">What budgets are parts of: fixed when the last final settlement was submitted, before the first the endowment.</param>
/// <param name="Prior">What the last final settlement committed to.</param>
/// <param name="Epochs">The epochs covered, ascending without a gap; the last is <paramref name="Epoch"/>.</param>
/// <param name="Lines">Every credit line that was opened by the end of <paramref name="Epoch"/>, used or not.</param>
public sealed record SettlementInput(
    long Epoch,
    byte[] Previous,
    BigInteger Fund,
    CumulativeFigures Prior,
    IReadOnlyList<EpochInput> Epochs,
    IReadOnlyList<CreditLineKey> Lines);

/// <summary>What a settlement commits to: all figures since the beginning.</summary>
/// <param name="Earnings">Of every node that has earned something.</param>
/// <param name="Charges">Of every line, 0 included.</param>
public sealed record CumulativeFigures(IReadOnlyList<NodeEarnings> Earnings, IReadOnlyList<LineCharge> Charges)
{
    /// <summary>Before the first settlement.</summary>
    public static CumulativeFigures None { get; } = new([], []);
}

/// <summary>A credit line's name.</summary>
/// <param name="Payer">Whose it is.</param>
/// <param name="Edge">Owner of the Edge that it pays.</param>
public sealed record CreditLineKey(string Payer, string Edge);

/// <summary>What an epoch's figures follow from. It ended at T; what happened is what events before T+W4 tell.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Rates">Its parameters.</param>
/// <param name="Guardians">Every guardian with stake at T.</param>
/// <param name="Edges">Every Edge.</param>
/// <param name="Lines">The lines at Edges whose commitments stand; others are not needed.</param>
/// <param name="SignerLimits">Units that each delegate of a payer is charged at most; payers without a limit are not in it.</param>
public sealed record EpochInput(
    long Epoch,
    EpochRates Rates,
    IReadOnlyList<GuardianInput> Guardians,
    IReadOnlyList<EdgeInput> Edges,
    IReadOnlyList<LineInput> Lines,
    IReadOnlyDictionary<string, BigInteger> SignerLimits);

/// <summary>Parameters of an epoch.</summary>
/// <param name="FeePerUnit">Price of a unit.</param>
/// <param name="Cut">Part of every fee that the protocol keeps, in basis points.</param>
/// <param name="SubsidyCap">Part of an Edge's cut that its subsidy can reach, in basis points.</param>
/// <param name="EmissionRate">Part of the fund that is emitted, in millionths.</param>
/// <param name="EdgePart">Edges' part of that, in basis points.</param>
/// <param name="GuardianPart">Guardians' part of it, in basis points.</param>
/// <param name="GuardianYieldCap">Most that guardians earn, in millionths of their stake.</param>
public sealed record EpochRates(
    BigInteger FeePerUnit,
    BigInteger Cut,
    BigInteger SubsidyCap,
    BigInteger EmissionRate,
    BigInteger EdgePart,
    BigInteger GuardianPart,
    BigInteger GuardianYieldCap);

/// <summary>A guardian in an epoch.</summary>
/// <param name="Guardian">The node's owner.</param>
/// <param name="Stake">Its weight after the last block before T; above 0.</param>
/// <param name="Scores">What it revealed, a byte for each Edge index; null when it did not reveal.</param>
/// <param name="Held">Whose leaves it then said to hold, a bit for each Edge index; null when it did not reveal.</param>
public sealed record GuardianInput(string Guardian, BigInteger Stake, byte[]? Scores, byte[]? Held)
{
    /// <summary>Whether it revealed scores.</summary>
    public bool Revealed => Scores is not null;
}

/// <summary>An Edge in an epoch.</summary>
/// <param name="Edge">The node's owner.</param>
/// <param name="Index">Its index among Edges.</param>
/// <param name="Work">What it committed to; null when it did not.</param>
public sealed record EdgeInput(string Edge, int Index, WorkInput? Work);

/// <summary>A commitment.</summary>
/// <param name="Root">The root, 0x and 64 lower-case digits.</param>
/// <param name="Units">The units that it claims.</param>
/// <param name="Rejected">Whether it was convicted by T+W4, or challenged without an answer.</param>
/// <param name="Leaves">The leaves; null while they are not known, which does no harm to a commitment that does not stand.</param>
public sealed record WorkInput(string Root, ulong Units, bool Rejected, IReadOnlyList<LeafInput>? Leaves);

/// <summary>What a leaf charges.</summary>
/// <param name="Payer">Who pays.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="Units">For so many units.</param>
public readonly record struct LeafInput(string Payer, string Signer, ulong Units);

/// <summary>A credit line in an epoch.</summary>
/// <param name="Payer">Whose it is.</param>
/// <param name="Edge">Owner of the Edge that it pays.</param>
/// <param name="Deposited">All that came in before T.</param>
/// <param name="PaidOut">All that was withdrawn before T+W4.</param>
/// <param name="Requested">What a request that was open at T+W4, and made in an earlier epoch, takes out; else 0.</param>
public sealed record LineInput(string Payer, string Edge, BigInteger Deposited, BigInteger PaidOut, BigInteger Requested);
