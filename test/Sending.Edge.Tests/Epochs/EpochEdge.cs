using System.Diagnostics.Metrics;
using System.Numerics;
using Microsoft.Extensions.Logging.Abstractions;
using Sending.Chain.Amounts;
using Sending.Chain.Duties;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Edge.Epochs;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Epochs;

/// <summary>An Edge with its duties, which a test runs by hand, as they would run at a new block; it can be opened anew.</summary>
internal sealed class EpochEdge : IAsyncDisposable
{
    private readonly RelayDevnet _devnet;
    private readonly TemporaryFolder _folder = new();
    private readonly Meter _meter = new("test");
    private CancellationTokenSource _stop = new();
    private Task _sending = Task.CompletedTask;
    private EdgeEpochs? _epochs;

    private EpochEdge(RelayDevnet devnet) => _devnet = devnet;

    public TestEdge Edge { get; private set; } = null!;

    public Outbox Outbox { get; private set; } = null!;

    public SettledCharges Charges { get; } = new();

    /// <summary>An Edge that is registered, and serves its leaves.</summary>
    public static async Task<EpochEdge> OpenAsync(RelayDevnet devnet)
    {
        var opened = new EpochEdge(devnet);
        opened.Edge = await devnet.EdgeAsync(new RelayOptions(), app => opened.Leaves().Map(app));
        await devnet.Node.Devnet.FundAsync(opened.Edge.Operator.Address, 0, SendAmount.One, default);
        await opened.ReopenAsync();
        return opened;
    }

    /// <summary>Forgets all that is not on the disk.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        _stop = new CancellationTokenSource();
        Outbox = await Outbox.OpenAsync(_folder.File("outbox.db"), _devnet.Chain, TimeProvider.System, new OutboxOptions { Finality = Finality.Latest }, default);
        Outbox.Load(Edge.Operator);
        _epochs = new EdgeEpochs(
            new EdgeIdentity(Edge.Owner.Address, Edge.Operator.Address),
            Edge.Host.Relay.Ledger,
            Store(),
            _devnet.Chain,
            Outbox,
            SettlementStore.Open(_folder.File("settlements.db"), Identity()),
            Charges,
            new EpochOptions(),
            _meter,
            TimeProvider.System,
            NullLoggerFactory.Instance);
    }

    /// <summary>Lets what is recorded be sent.</summary>
    public void Send() => _sending = Outbox.RunAsync(_stop.Token);

    /// <summary>Runs a duty as at the newest block.</summary>
    public async Task<DutyReport> RunAsync(string duty)
    {
        await _devnet.CatchUpAsync();
        using var state = _devnet.Index.Open()!;
        return await _epochs!.Duties.Single(each => each.Name == duty).RunAsync(new DutyMoment(state), default);
    }

    /// <summary>Waits until a transaction is mined and the index knows.</summary>
    public async Task<OutboxEntry> MinedAsync(string key)
    {
        var entry = await Outbox.WaitAsync(key, OutboxState.Final, default).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(entry.Outcome?.Succeeded, $"{key} is {entry.State}: {entry.Failure?.Message}");
        await _devnet.CatchUpAsync();
        return entry;
    }

    public Task<BigInteger> BalanceAsync() => _devnet.Chain.Token.BalanceOfQueryAsync(Edge.Operator.Address);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _meter.Dispose();
        _folder.Dispose();
    }

    private async Task CloseAsync()
    {
        await _stop.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _epochs?.Dispose();
        Outbox?.Dispose();
    }

    private Chain.Http.Leaves.LeafEndpoints Leaves() => new(Store());

    private SqliteLeafStore Store() => SqliteLeafStore.Open(_folder.File("leaves.db"), Identity());

    private ChainIdentity Identity() => _devnet.Identity;
}
