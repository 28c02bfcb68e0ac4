namespace Sending.Chain.Events.Following;

/// <summary>How fast a follower catches up.</summary>
internal sealed class Pace(long start, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private long _events;

    public FollowerProgress Advance(long block, long head, int events)
    {
        _events += events;
        var elapsed = time.GetElapsedTime(_started);
        var (done, total) = (Math.Max(block - start, 0), Math.Max(head - start, 0));
        return new FollowerProgress(
            block,
            head,
            done,
            total,
            _events,
            elapsed > TimeSpan.Zero ? _events / elapsed.TotalSeconds : 0,
            done > 0 ? elapsed * ((double)(total - done) / done) : null);
    }
}
