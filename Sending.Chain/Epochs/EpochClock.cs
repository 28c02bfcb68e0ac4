namespace Sending.Chain.Epochs;

/// <summary>
/// Epoch arithmetic by block timestamps, never by the machine's clock. While epoch <c>e</c> runs, the windows of <c>e - 1</c> are open,
/// counted from its end: work is committed until W1, scores are revealed until W2, units challenged from W1 to W3 and answered until W4;
/// from W4 on the settlement may be submitted.
/// </summary>
/// <param name="Genesis">Start of epoch 0.</param>
/// <param name="EpochDuration">Length of an epoch.</param>
/// <param name="W1">Work and score commitments close.</param>
/// <param name="W2">Score reveals close.</param>
/// <param name="W3">Challenges close.</param>
/// <param name="W4">Answers close; settlements open.</param>
/// <param name="SettlementDelay">How long the council can cancel a submitted settlement (D).</param>
/// <param name="MaxLag">How many epochs older than its own a settlement may cover.</param>
public sealed record EpochClock(
    DateTimeOffset Genesis,
    TimeSpan EpochDuration,
    TimeSpan W1,
    TimeSpan W2,
    TimeSpan W3,
    TimeSpan W4,
    TimeSpan SettlementDelay,
    int MaxLag)
{
    /// <summary>The epoch that <paramref name="time"/> lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before genesis.</exception>
    public long EpochAt(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Genesis);
        return (time - Genesis).Ticks / EpochDuration.Ticks;
    }

    /// <summary>When <paramref name="epoch"/> begins, which is when the one before it ends.</summary>
    public DateTimeOffset StartOf(long epoch) => Genesis + (EpochDuration * epoch);

    /// <summary>From when on <paramref name="epoch"/> can be covered by no settlement that is not submitted yet.</summary>
    public DateTimeOffset LapseOf(long epoch) => StartOf(epoch + MaxLag + 2) + W4;

    /// <summary>Where <paramref name="time"/> lies in its epoch.</summary>
    public EpochPosition At(DateTimeOffset time)
    {
        var epoch = EpochAt(time);
        var elapsed = time - StartOf(epoch);
        var window = Enum.GetValues<EpochWindow>().Last(candidate => elapsed >= OffsetOf(candidate));
        var next = NextStart(time, window == EpochWindow.Settlement ? EpochWindow.Commitment : window + 1);
        return new EpochPosition(epoch, window, elapsed, next - time);
    }

    /// <summary>When <paramref name="window"/> opens next, strictly after <paramref name="time"/>.</summary>
    public DateTimeOffset NextStart(DateTimeOffset time, EpochWindow window)
    {
        var start = StartOf(EpochAt(time)) + OffsetOf(window);
        return start > time ? start : start + EpochDuration;
    }

    private TimeSpan OffsetOf(EpochWindow window) => window switch
    {
        EpochWindow.Commitment => TimeSpan.Zero,
        EpochWindow.Reveal => W1,
        EpochWindow.Challenge => W2,
        EpochWindow.Answer => W3,
        EpochWindow.Settlement => W4,
        _ => throw new ArgumentOutOfRangeException(nameof(window)),
    };
}

/// <summary>The stretches into which W1 to W4 cut an epoch, each named by what is about to close, or by what has opened.</summary>
public enum EpochWindow
{
    /// <summary>From the epoch's start to W1: the last epoch's work and scores are committed.</summary>
    Commitment,

    /// <summary>W1 to W2: scores are revealed; units may be challenged.</summary>
    Reveal,

    /// <summary>W2 to W3: units may still be challenged.</summary>
    Challenge,

    /// <summary>W3 to W4: challenges may still be answered.</summary>
    Answer,

    /// <summary>From W4 to the epoch's end: the last epoch's settlement may be submitted.</summary>
    Settlement,
}

/// <summary>A moment, seen from the epoch clock.</summary>
/// <param name="Epoch">The epoch that runs.</param>
/// <param name="Window">What is open for the epoch before it.</param>
/// <param name="Elapsed">Time since the epoch began.</param>
/// <param name="UntilNext">Time until the next window opens.</param>
public sealed record EpochPosition(long Epoch, EpochWindow Window, TimeSpan Elapsed, TimeSpan UntilNext);
