using Sending.Chain.Transactions;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Tx;

/// <summary>Lists what was sent from here.</summary>
internal sealed class TxListCommand : CliCommand
{
    private const int Count = 20;

    public TxListCommand()
        : base("list", "List the transactions that were sent from this machine: all that are open, and the newest")
    {
    }

    public override IReadOnlyList<string> Examples => ["tx list", "tx list --json"];

    public override IReadOnlyList<string> Next => ["tx show <hash>", "tx resume"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var outbox = await session.FindOutboxAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<OutboxEntry> entries = outbox is null ? [] : outbox.ListRecent(Count).Concat(outbox.ListOpen()).DistinctBy(entry => entry.Id).OrderByDescending(entry => entry.Id);
        var rows = new List<Value[]>();
        var open = false;
        foreach (var entry in entries)
        {
            open |= !entry.Ended;
            rows.Add(
            [
                Value.Time(entry.RecordedAt),
                await session.NameAsync(entry.Call.From, cancellationToken).ConfigureAwait(false),
                Value.Of(entry.Call.Function),
                Value.Of(TxStates.Of(entry)),
                Value.OrNone(entry.Hash),
                entry.Outcome is { } outcome ? Value.Id(outcome.BlockNumber) : Value.None,
                Value.Of(entry.Key),
            ]);
        }

        return new Report("")
            .Add(new Table(
                "transactions",
                [
                    new("recordedAt", "Recorded"),
                    new("account", "Account"),
                    new("function", "Function"),
                    new("state", "State"),
                    new("transactionHash", "Transaction"),
                    new("blockNumber", "Block", Right: true),
                    new("key", null),
                ],
                rows,
                "Nothing was sent from here yet."))
            .Next(open ? ["sending-cli tx resume"] : []);
    }
}
