using System.Collections.Concurrent;
using Nethereum.Signer;
using Sending.Chain.Formats;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Tests.Support;

/// <summary>A client that stays connected, and remembers all that came.</summary>
internal sealed class TestClient : IInbox, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<(string From, string Id), bool> _seen = new();
    private readonly Task _running;

    public TestClient(RelayDevnet devnet, TestEdge edge, TestPerson person, EthECKey? key = null, Did? payer = null)
    {
        Person = person;
        var account = new EdgeAccount(person.Did, key ?? person.Account.Key, payer ?? person.Did);
        Journal = new MemoryRelayJournal(TimeProvider.System);
        Line = new RelayLine(edge.Owner.Address, account.Payer!.Address, account.Address);
        Relay = new RelayClient(devnet.Http, new EdgeTarget(edge.Url, edge.Owner.Address, devnet.Chain.Deployment), account, Journal, this, TimeProvider.System);
        _running = Relay.RunAsync(_stop.Token);
    }

    public TestPerson Person { get; }

    public RelayClient Relay { get; }

    public MemoryRelayJournal Journal { get; }

    public RelayLine Line { get; }

    /// <summary>What came, once each, in order.</summary>
    public ConcurrentQueue<Envelope> Inbox { get; } = new();

    public int Repeated { get; private set; }

    public ValueTask<InboxVerdict> AddAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (!_seen.TryAdd((envelope.From.ToString(), envelope.Id), true))
        {
            Repeated++;
            return ValueTask.FromResult(InboxVerdict.Known);
        }

        Inbox.Enqueue(envelope);
        return ValueTask.FromResult(InboxVerdict.New);
    }

    public Envelope Envelope(Did to, byte[] body) => new(Chain.Relay.Wire.Envelope.NewId(), Person.Did, to, 3600, body);

    /// <summary>Waits until so many came.</summary>
    public async Task<IReadOnlyList<Envelope>> ReceiveAsync(int count)
    {
        await RelayDevnet.UntilAsync(() => Inbox.Count >= count || _running.IsFaulted);
        if (_running.IsFaulted)
        {
            await _running;
        }

        return [.. Inbox];
    }

    /// <summary>Closes in order, which signs what is due.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
