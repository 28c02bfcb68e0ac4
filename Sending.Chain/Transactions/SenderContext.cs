using System.Numerics;
using Nethereum.RPC.Accounts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>What the steps of one sender's turn share: the chain, the store, and what this process has seen of each intent.</summary>
internal sealed class SenderContext(
    string sender,
    ChainConnection connection,
    OutboxStore store,
    Simulation simulation,
    OutboxOptions options,
    TimeProvider time,
    Func<string, IAccount?> accounts,
    Action<OutboxEntry> report,
    Action<OutboxPoint>? at)
{
    private readonly Dictionary<long, Watch> _watches = [];

    public string Sender { get; } = sender;

    public long ChainId { get; } = connection.Deployment.ChainId;

    public OutboxStore Store { get; } = store;

    public Simulation Simulation { get; } = simulation;

    public OutboxOptions Options { get; } = options;

    public SenderChain Chain { get; } = new(connection, sender);

    /// <summary>Who signs; null while nobody has handed the account over.</summary>
    public IAccount? Account => accounts(Sender);

    public Watch WatchOf(OutboxEntry entry)
    {
        if (!_watches.TryGetValue(entry.Id, out var watch))
        {
            _watches[entry.Id] = watch = new Watch(time, Options);
        }

        return watch;
    }

    /// <summary>Forgets what was seen of intents that have ended.</summary>
    public void Keep(IEnumerable<OutboxEntry> open)
    {
        var ids = open.Select(entry => entry.Id).ToHashSet();
        foreach (var id in _watches.Keys.Where(id => !ids.Contains(id)).ToList())
        {
            _watches.Remove(id);
        }
    }

    public OutboxEntry Report(OutboxEntry entry)
    {
        report(entry);
        return entry;
    }

    public OutboxEntry Note(OutboxEntry entry, OutboxWait reason, string text)
    {
        var note = new OutboxNote(reason, text);
        return entry.Note == note ? entry : Report(Store.Note(entry, note));
    }

    public void At(OutboxPoint point) => at?.Invoke(point);

    /// <summary>What the intent may cost per unit of gas.</summary>
    public BigInteger CapOf(OutboxEntry entry) => entry.Intent.Fees.Cap ?? Options.FeeCap;
}
