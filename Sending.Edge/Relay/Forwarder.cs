using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Cache;

namespace Sending.Edge.Relay;

/// <summary>
/// Hands envelopes over to the recipients' home Edges: those for one recipient one after another, so that they arrive in order, those for many at the
/// same time. What fails is tried again, less and less often, until the time to live ends.
/// </summary>
internal sealed class Forwarder(EnvelopeCache cache, HomeEdges homes, EdgePeers peers, Mailboxes mailboxes, TimeProvider time, ILogger<Forwarder> log)
{
    private const int Workers = 16;
    private const int AtOnce = 64;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(250);

    private readonly Channel<Did> _ready = Channel.CreateUnbounded<Did>();
    private readonly Lock _turn = new();

    // One for each recipient that something goes on for; there are never more than envelopes on the disk.
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Did, DateTimeOffset> _later = new();

    /// <summary>Something goes on for a recipient.</summary>
    public void Wake(Did recipient)
    {
        lock (_turn)
        {
            if (_lanes.TryGetValue(recipient.Address, out var lane))
            {
                // It is worked on, or waits after a failure; new envelopes do not shorten that.
                lane.HasMore = true;
                return;
            }

            _lanes[recipient.Address] = new Lane();
        }

        _ready.Writer.TryWrite(recipient);
    }

    /// <summary>Works until it is cancelled, at first on what a former process has left.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var recipient in cache.ListForwardRecipients())
        {
            Wake(recipient);
        }

        await Task.WhenAll([.. Enumerable.Range(0, Workers).Select(_ => WorkAsync(cancellationToken)), WakeLaterAsync(cancellationToken)]);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var recipient in _ready.Reader.ReadAllAsync(cancellationToken))
        {
            bool isWell;
            try
            {
                isWell = await EmptyAsync(recipient, cancellationToken);
            }
            catch (SendingException error)
            {
                log.LogWarning("Envelopes for {Recipient} stay here for now: {Reason}", recipient, error.Message);
                isWell = false;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Envelopes for {Recipient} stay here for now.", recipient);
                isWell = false;
            }

            Leave(recipient, isWell);
        }
    }

    private void Leave(Did recipient, bool isWell)
    {
        lock (_turn)
        {
            var lane = _lanes[recipient.Address];
            if (!isWell)
            {
                lane.Failures++;
                lane.HasMore = true;
                _later.Enqueue(recipient, time.GetUtcNow() + WaitAfter(lane.Failures));
            }
            else if (lane.HasMore)
            {
                (lane.HasMore, lane.Failures) = (false, 0);
                _ready.Writer.TryWrite(recipient);
            }
            else
            {
                _lanes.Remove(recipient.Address);
            }
        }
    }

    private async Task WakeLaterAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_poll, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            lock (_turn)
            {
                while (_later.TryPeek(out var recipient, out var due) && due <= time.GetUtcNow())
                {
                    _later.Dequeue();
                    _lanes[recipient.Address].HasMore = false;
                    _ready.Writer.TryWrite(recipient);
                }
            }
        }
    }

    private static TimeSpan WaitAfter(int failures)
    {
        var wait = s_firstWait * Math.Pow(2, Math.Min(failures - 1, 10));
        return (wait < s_longestWait ? wait : s_longestWait) * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    /// <returns>False when something could not be handed over.</returns>
    private async Task<bool> EmptyAsync(Did recipient, CancellationToken cancellationToken)
    {
        while (cache.ListForwards(recipient, AtOnce) is { Count: > 0 } waiting)
        {
            foreach (var (delivery, hint) in waiting)
            {
                var found = await homes.FindAsync(recipient, hint, cancellationToken);
                if (found.IsHere)
                {
                    await cache.KeepHereAsync(recipient, cancellationToken);
                    mailboxes.Tell(recipient);
                    return true;
                }

                if (!await HandOverAsync(delivery.Envelope, found.Others, cancellationToken))
                {
                    return false;
                }

                await cache.RemoveAsync(delivery.Sequence, cancellationToken);
            }
        }

        return true;
    }

    /// <returns>False when no home takes it now; true also when one says that it never will.</returns>
    private async Task<bool> HandOverAsync(Envelope envelope, IReadOnlyList<string> owners, CancellationToken cancellationToken)
    {
        foreach (var owner in owners)
        {
            try
            {
                await peers.SendAsync(owner, envelope, cancellationToken);
                return true;
            }
            catch (SendingException error) when (error.Code is ErrorCode.EdgeRefused or ErrorCode.EdgeUnreachable)
            {
                if (EdgeHttp.IsForEver(error))
                {
                    log.LogWarning("Envelope {Id} of {From} is given up: {Reason}", envelope.Id, envelope.From, error.Message);
                    return true;
                }

                log.LogInformation("Envelope {Id} of {From} is not handed over yet: {Reason}", envelope.Id, envelope.From, error.Message);
            }
        }

        return false;
    }

    private sealed class Lane
    {
        public bool HasMore { get; set; }

        public int Failures { get; set; }
    }
}
