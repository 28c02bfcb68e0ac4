using System.Collections.Concurrent;
using Sending.Chain.Accounts;
using Sending.Chain.Formats;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;

namespace Sending.Guardian.Tests.Support;

/// <summary>Somebody who pays an Edge, at home there, and counts what that costs.</summary>
internal sealed class NetworkClient(HttpClient http, EdgeTarget edge, UnlockedAccount account) : IInbox
{
    private readonly MemoryRelayJournal _journal = new(TimeProvider.System);
    private readonly ConcurrentDictionary<EnvelopeKey, Envelope> _received = new();
    private long _units;

    public Did Did { get; } = new(account.Address);

    public string Address => account.Address;

    public string Edge => edge.Owner;

    /// <summary>Units sent and received since the beginning.</summary>
    public long Units => Interlocked.Read(ref _units);

    public int Received => _received.Count;

    /// <summary>Connects, does something, and closes, which signs what is due.</summary>
    public async Task ConnectedAsync(Func<RelayClient, Task> act)
    {
        using var stop = new CancellationTokenSource();
        var relay = new RelayClient(http, edge, new EdgeAccount(Did, account.Key, Did), _journal, this, TimeProvider.System);
        var running = relay.RunAsync(stop.Token);
        await await Task.WhenAny(act(relay), running);
        await stop.CancelAsync();
        await running;
    }

    /// <summary>Sends an envelope.</summary>
    public async Task SendAsync(RelayClient relay, Did to, byte[] body)
    {
        var envelope = new Envelope(Envelope.NewId(), Did, to, 3_600, body);
        await relay.SendAsync(envelope, null, default);
        Interlocked.Add(ref _units, envelope.Units);
    }

    public ValueTask<InboxVerdict> AddAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (!_received.TryAdd(new EnvelopeKey(envelope.From, envelope.Id), envelope))
        {
            return ValueTask.FromResult(InboxVerdict.Known);
        }

        Interlocked.Add(ref _units, envelope.Units);
        return ValueTask.FromResult(InboxVerdict.New);
    }
}
