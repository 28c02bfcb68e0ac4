using System.Collections.Concurrent;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;

namespace Sending.Chain.Duties;

/// <summary>
/// Runs duties at every new block, and now and then between two. Each runs by itself: one that takes long or fails keeps no other from its work.
/// </summary>
/// <param name="index">The protocol's state, which somebody keeps at the newest block.</param>
/// <param name="duties">The duties.</param>
/// <param name="options">How often to look.</param>
/// <param name="time">Measures pauses.</param>
public sealed class DutyLoop(IProtocolSource index, IEnumerable<IDuty> duties, DutyOptions options, TimeProvider time)
{
    private readonly IReadOnlyList<IDuty> _duties = [.. duties];
    private readonly ConcurrentDictionary<string, DutyStatus> _statuses = new(StringComparer.Ordinal);

    /// <summary>Told when a duty reports something else than before, with what it threw.</summary>
    public event Action<DutyStatus, Exception?>? Changed;

    /// <summary>The last report of each duty that has run, in the duties' order.</summary>
    public IReadOnlyList<DutyStatus> Statuses => [.. _duties.Select(duty => _statuses.GetValueOrDefault(duty.Name)).OfType<DutyStatus>()];

    /// <summary>Whether every duty has run.</summary>
    public bool AllHaveRun => _statuses.Count == _duties.Count;

    /// <summary>Runs them until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_duties.Select(duty => RunAsync(duty, cancellationToken)));

    private async Task RunAsync(IDuty duty, CancellationToken cancellationToken)
    {
        string? seen = null;
        var ran = time.GetTimestamp();
        while (true)
        {
            if (await NewestAsync(cancellationToken) is { } newest && (newest.Hash != seen || time.GetElapsedTime(ran) >= options.LongestPause))
            {
                seen = newest.Hash;
                await RunOnceAsync(duty, newest, cancellationToken);
                ran = time.GetTimestamp();
            }

            await Task.Delay(options.Poll, time, cancellationToken);
        }
    }

    private async Task RunOnceAsync(IDuty duty, IndexedBlock newest, CancellationToken cancellationToken)
    {
        try
        {
            using var state = index.Open();
            if (state is not null)
            {
                newest = state.Block;
                Tell(new DutyStatus(duty.Name, await duty.RunAsync(new DutyMoment(state), cancellationToken), newest.Number, newest.Time), null);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a duty throws must not end the others, nor itself.
            var known = NodeFailure.Translate(error);
            var epoch = _statuses.GetValueOrDefault(duty.Name)?.Report.Epoch;
            Tell(new DutyStatus(duty.Name, new DutyReport(DutyState.Failed, epoch, (known ?? error).Message), newest.Number, newest.Time), error);
        }
    }

    private async ValueTask<IndexedBlock?> NewestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await index.RefreshAsync(TimeSpan.MaxValue, cancellationToken);
        }
        catch (SendingException)
        {
            // The follower's health tells why.
            return null;
        }
    }

    private void Tell(DutyStatus status, Exception? error)
    {
        var before = _statuses.GetValueOrDefault(status.Name);
        _statuses[status.Name] = status;
        if (before?.Report != status.Report)
        {
            Changed?.Invoke(status, error);
        }
    }
}

/// <summary>How often duties are looked at.</summary>
public sealed record DutyOptions
{
    /// <summary>Pause between two looks for a new block.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause between two runs of a duty, new block or not: what it waits for may be another service.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);
}
