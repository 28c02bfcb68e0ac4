using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Sending.Chain.Deployments;
using Sending.Chain.Formats;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;

namespace Sending.Guardian.Probes;

/// <summary>Makes probes as any client would: logs in, connects, sends an envelope to itself, waits for it, acknowledges and pays.</summary>
/// <param name="http">Logs in.</param>
/// <param name="deployment">Chain and contracts.</param>
/// <param name="journal">What was sent, acknowledged and signed.</param>
/// <param name="options">How long to wait.</param>
/// <param name="isConnected">Whether the guardian itself reaches the world: what fails meanwhile counts against nobody.</param>
/// <param name="time">Measures.</param>
internal sealed class Prober(HttpClient http, Deployment deployment, IRelayJournal journal, ProbeOptions options, Func<bool> isConnected, TimeProvider time)
{
    /// <summary>What a probe costs: an envelope of one unit is paid for when it is sent, and when it is received.</summary>
    public const int Units = 2;

    private const int LargestBody = 1 << 10;
    private const int TimeToLive = 600;

    /// <summary>Makes one probe. What was sent is paid for before this returns, as far as the Edge takes it.</summary>
    /// <exception cref="OperationCanceledException">It was given up: it counts for nothing.</exception>
    public async Task<ProbeResult> ProbeAsync(NodeService edge, ProbeLine line, CancellationToken cancellationToken)
    {
        var did = new Did(line.Address);
        var envelope = new Envelope(Envelope.NewId(), did, did, TimeToLive, RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(1, LargestBody + 1)));
        var inbox = new ProbeInbox(envelope.Id);
        var client = new RelayClient(http, new EdgeTarget(edge.Url, edge.Node, deployment), new EdgeAccount(did, line.Key, did), journal, inbox, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = client.ServeAsync(connected.SetResult, stop.Token);
        var sending = Task.CompletedTask;
        try
        {
            await await Task.WhenAny(connected.Task, serving).WaitAsync(options.Connecting, time, cancellationToken);
            var began = time.GetTimestamp();
            sending = client.SendAsync(envelope, new Did(edge.Node), stop.Token);
            await Task.WhenAll(sending, inbox.Arrived).WaitAsync(options.Limit, time, cancellationToken);
            return new ProbeResult(true, time.GetElapsedTime(began), null);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Its answers are anybody's: whatever they lead to is the Edge's fault, but not the guardian's own disk or connection.
            var cause = sending.Exception?.InnerException ?? error;
            var reason = cause is TimeoutException ? connected.Task.IsCompleted ? "the envelope did not come back in time" : "it did not let in in time" : cause.Message;
            return new ProbeResult(cause is SqliteException || !isConnected() ? null : false, TimeSpan.Zero, reason);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(serving, sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes whatever comes, so that nothing stays in the way.</summary>
    private sealed class ProbeInbox(string id) : IInbox
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Arrived => _arrived.Task;

        public ValueTask<InboxVerdict> AddAsync(Envelope envelope, CancellationToken cancellationToken)
        {
            if (envelope.Id == id)
            {
                _arrived.TrySetResult();
            }

            return ValueTask.FromResult(InboxVerdict.New);
        }
    }
}

/// <summary>What came of a probe.</summary>
/// <param name="Answered">Whether it was answered in time; null when it counts for nothing, since the guardian itself was in trouble.</param>
/// <param name="Took">How long that took.</param>
/// <param name="Reason">Why it was not answered; else null.</param>
internal sealed record ProbeResult(bool? Answered, TimeSpan Took, string? Reason);
