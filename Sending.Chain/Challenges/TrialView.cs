using System.Numerics;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Challenges;

/// <summary>Where an Edge's commitment of an epoch stands: what was doubted of it, and until when what can be done.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Edge">The node's owner.</param>
/// <param name="Commitment">The commitment; null when there is none.</param>
/// <param name="Challenges">Every unit that was challenged, by unit.</param>
/// <param name="Bond">What a challenge costs until it is answered, in the smallest unit of SEND.</param>
/// <param name="Clock">The epoch clock.</param>
/// <param name="Now">Time of the newest block.</param>
public sealed record TrialView(
    long Epoch,
    string Edge,
    IndexedCommitment? Commitment,
    IReadOnlyList<IndexedChallenge> Challenges,
    BigInteger Bond,
    EpochClock Clock,
    DateTimeOffset Now)
{
    /// <summary>From when on units may be challenged and fraud be proven (T + W1): the commitment cannot be replaced any more.</summary>
    public DateTimeOffset OpensAt => Clock.StartOf(Epoch + 1) + Clock.W1;

    /// <summary>When challenges close (T + W3).</summary>
    public DateTimeOffset ChallengesUntil => Clock.StartOf(Epoch + 1) + Clock.W3;

    /// <summary>When answers and proofs of fraud close (T + W4); from then on what is unanswered convicts.</summary>
    public DateTimeOffset AnswersUntil => Clock.StartOf(Epoch + 1) + Clock.W4;

    /// <summary>The challenges without an answer whose bonds are still held.</summary>
    public IReadOnlyList<IndexedChallenge> Open => [.. Challenges.Where(challenge => challenge.State == ChallengeState.Open)];
}
