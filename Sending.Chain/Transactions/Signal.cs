namespace Sending.Chain.Transactions;

/// <summary>Wakes those who wait for a change.</summary>
internal sealed class Signal
{
    private volatile TaskCompletionSource _next = Create();
    private long _count;

    /// <summary>How often it was set.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Set()
    {
        Interlocked.Increment(ref _count);
        Interlocked.Exchange(ref _next, Create()).SetResult();
    }

    /// <summary>Waits from now on for the next time it is set.</summary>
    /// <returns>False when the time was over first.</returns>
    public async Task<bool> WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await _next.Task.WaitAsync(limit, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
