namespace Sending.Chain.Transactions;

/// <summary>
/// What this process has seen of an intent that is out. Measured by the monotonic clock and by blocks, so that a wall clock that jumps changes
/// nothing; a restart begins to be patient anew.
/// </summary>
internal sealed class Watch(TimeProvider time, OutboxOptions options)
{
    /// <summary>How often a node that took it is asked whether it still has it, in longest polls.</summary>
    private const int LooksBetween = 5;

    private long? _handedOver;
    private long _looked;
    private long? _troubled;
    private TimeSpan _pause;
    private long _block;

    /// <summary>Whether this process has handed over the newest attempt, or found a node that has it.</summary>
    public bool Begun => _handedOver is not null;

    /// <summary>Whether a node has said that it has it.</summary>
    public bool Accepted { get; private set; }

    /// <summary>Whether a node wants more for it than it offers.</summary>
    public bool Underpriced { get; set; }

    /// <summary>Whether it is time to ask the node whether it has it.</summary>
    public bool LookIsDue => time.GetElapsedTime(_looked) >= (Accepted ? options.LongestPoll * LooksBetween : _pause);

    /// <summary>It leaves now; whether it arrives is to be seen.</summary>
    public void Leaves(long head)
    {
        _pause = _handedOver is null ? options.ShortestPoll : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, options.LongestPoll.Ticks));
        _handedOver ??= time.GetTimestamp();
        _block = _block == 0 ? head : _block;
        _looked = time.GetTimestamp();
        Accepted = false;
    }

    /// <summary>A node has it.</summary>
    public void Arrived(long head)
    {
        _handedOver ??= time.GetTimestamp();
        _block = _block == 0 ? head : _block;
        _looked = time.GetTimestamp();
        Accepted = true;
        _troubled = null;
    }

    /// <summary>Another attempt takes its place: patience begins anew.</summary>
    public void StartAnew()
    {
        _handedOver = null;
        _block = 0;
        Accepted = Underpriced = false;
    }

    /// <summary>Whether it has waited for long enough to be helped along.</summary>
    public bool IsLate(long head)
        => _handedOver is { } since && (time.GetElapsedTime(since) >= options.StuckAfter || head - _block >= options.StuckAfterBlocks);

    /// <summary>Whether a trouble that is seen now has lasted for longer than later intents should wait.</summary>
    public bool LastsTooLong()
    {
        _troubled ??= time.GetTimestamp();
        return time.GetElapsedTime(_troubled.Value) >= options.GapPatience;
    }
}
