using System.Numerics;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Epochs;

/// <summary>How far an epoch has come.</summary>
public enum EpochStage
{
    /// <summary>It is not over.</summary>
    Running,

    /// <summary>It is over; work is committed, scored, doubted and proven (until T + W4).</summary>
    Windows,

    /// <summary>No settlement that covers it is submitted yet.</summary>
    Unsettled,

    /// <summary>A settlement that covers it can still be cancelled.</summary>
    Pending,

    /// <summary>A final settlement covers it.</summary>
    Settled,

    /// <summary>No settlement covers it, and none can any more: nothing is charged or earned for it.</summary>
    Lapsed,
}

/// <summary>Where a commitment stands.</summary>
public enum CommitmentStanding
{
    /// <summary>Guardians have not all said yet whether they hold its leaves.</summary>
    Committed,

    /// <summary>A unit of it was challenged and is not proven yet.</summary>
    Challenged,

    /// <summary>It is paid for: guardians with enough stake hold its leaves.</summary>
    Stands,

    /// <summary>Too little guardian stake holds its leaves: nobody pays for it.</summary>
    NotHeld,

    /// <summary>A challenged unit was not proven in time: nobody pays for it, and anybody may convict it.</summary>
    Rejected,

    /// <summary>It was proven wrong, and its Edge slashed.</summary>
    Convicted,
}

/// <summary>An epoch.</summary>
/// <param name="Epoch">Its number.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Settlement">The settlement that covers it, and was not cancelled; null when there is none.</param>
/// <param name="Closing">When it is closed at the earliest and at the latest; null when it is.</param>
/// <param name="Commitments">What Edges have committed.</param>
/// <param name="Guardians">Guardians with stake at its end.</param>
/// <param name="Scored">How many of them have committed scores.</param>
/// <param name="Revealed">How many of them have revealed them.</param>
public sealed record EpochView(
    long Epoch,
    EpochStage Stage,
    IndexedSettlement? Settlement,
    (DateTimeOffset Earliest, DateTimeOffset Latest)? Closing,
    IReadOnlyList<CommitmentView> Commitments,
    int Guardians,
    int Scored,
    int Revealed)
{
    /// <summary>Units of all commitments.</summary>
    public BigInteger Units => Commitments.Aggregate(BigInteger.Zero, (sum, commitment) => sum + commitment.Commitment.Units);
}

/// <summary>A commitment and where it stands.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Value">Fees of its units, in the smallest unit of SEND.</param>
/// <param name="Challenges">How many of its units were challenged.</param>
/// <param name="HeldBy">How many guardians say that they hold its leaves.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record CommitmentView(IndexedCommitment Commitment, BigInteger Value, int Challenges, int HeldBy, CommitmentStanding Standing);
