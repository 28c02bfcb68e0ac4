using System.CommandLine;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Tx;

/// <summary>Shows all that is known of a transaction that was sent from here.</summary>
internal sealed class TxShowCommand : CliCommand
{
    private readonly Argument<string> _transaction = new("transaction") { Description = "Its hash, that of any of its replacements, or its key" };

    public TxShowCommand()
        : base("show", "Show a transaction that was sent from this machine: state, replacements, cost")
    {
        Add(_transaction);
    }

    public override IReadOnlyList<string> Examples => ["tx show 0x1f3c6e0a4b5d7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708"];

    public override IReadOnlyList<string> Next => ["tx resume", "tx list"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var wanted = invocation.Value(_transaction)!;
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var outbox = await session.FindOutboxAsync(cancellationToken).ConfigureAwait(false);
        var entry = outbox?.Find(wanted) ?? outbox?.FindByHash(wanted)
            ?? throw new CliException(
                ExitCode.Failed,
                "transaction_unknown",
                $"No transaction {wanted} was sent from here on the network \"{invocation.Settings.Network.Value}\". See: sending-cli tx list");
        var report = new Report($"{entry.Call.Function}: {TxStates.Of(entry)}.")
            .Add("key", "Key", Value.Of(entry.Key))
            .Add("state", "State", Value.Of(TxStates.Of(entry)))
            .Add("account", "Account", await session.NameAsync(entry.Call.From, cancellationToken).ConfigureAwait(false))
            .Add("function", "Function", Value.Of(entry.Call.Function))
            .Add("to", "To", await session.NameAsync(entry.Call.To, cancellationToken).ConfigureAwait(false))
            .Add("value", "Sends", Value.Eth(entry.Call.Value))
            .Add("recordedAt", "Recorded", Value.Time(entry.RecordedAt))
            .Add("nonce", "Nonce", entry.Nonce is { } nonce ? Value.Id(nonce) : Value.None)
            .Add("transactionHash", "Transaction", Value.OrNone(entry.Hash))
            .Add("blockNumber", "Block", entry.Outcome is { } outcome ? Value.Id(outcome.BlockNumber) : Value.None)
            .Add("gasUsed", "Gas", entry.Outcome is { } mined ? Value.Of(mined.GasUsed) : Value.None)
            .Add("fee", "Gas cost", entry.Outcome is { } paid ? Value.Eth(paid.GasUsed * paid.GasPrice) : Value.None)
            .Add("waitsFor", entry.Note is null ? null : "Waits", Value.OrNone(entry.Note?.Text))
            .Add("failure", entry.Failure is null ? null : "Reason", Value.OrNone(entry.Failure?.Message))
            .Add("replaced", entry.Attempts.Count > 1 ? "Signed" : null, Value.List([.. entry.Attempts.Select(attempt => attempt.Hash)]));
        return entry.Ended ? report : report.Next("sending-cli tx resume");
    }
}
