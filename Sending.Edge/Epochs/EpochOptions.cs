using Sending.Chain.Duties;
using Sending.Chain.Epochs;

namespace Sending.Edge.Epochs;

/// <summary>How an Edge goes about the ends of epochs.</summary>
public sealed record EpochOptions
{
    /// <summary>Longest time after an epoch's end that late receipts are waited for; never more than a quarter of the window for commitments.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many epochs' leaves are kept and served.</summary>
    public long KeptEpochs { get; init; } = 64;

    /// <summary>Pause before somebody else's challenge is looked at again, whose leaf nobody gave.</summary>
    public TimeSpan RetryAnswers { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When earnings are claimed.</summary>
    public ClaimPolicy Claims { get; init; } = new(20, 30, null);

    /// <summary>How long after an epoch's end late receipts are waited for.</summary>
    internal TimeSpan GraceOf(EpochClock clock) => TimeSpan.FromTicks(Math.Min(Grace.Ticks, clock.W1.Ticks / 4));
}
