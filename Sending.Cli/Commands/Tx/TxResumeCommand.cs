using Sending.Chain.Errors;
using Sending.Chain.Transactions;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Tx;

/// <summary>Sees through what a command left open when it was killed or interrupted.</summary>
internal sealed class TxResumeCommand : CliCommand
{
    public TxResumeCommand()
        : base("resume", "See the account's open transactions through: look them up, send them again or replace them where needed")
    {
    }

    public override IReadOnlyList<string> Examples => ["tx resume", "tx resume --account carol"];

    public override IReadOnlyList<string> Next => ["tx list"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var address = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        if (await session.FindOutboxAsync(cancellationToken).ConfigureAwait(false) is not { } outbox || outbox.ListOpen(address) is { Count: 0 })
        {
            return Seen(0, []);
        }

        if (invocation.DryRun)
        {
            return Seen(0, outbox.ListOpen(address)).Add("dryRun", null, Value.Of(true));
        }

        using var turn = await session.TakeTurnAsync(address, cancellationToken).ConfigureAwait(false);
        var open = outbox.ListOpen(address);
        outbox.Load(await session.UnlockAsync(cancellationToken).ConfigureAwait(false));
        SendingException? failed = null;
        foreach (var entry in open)
        {
            failed ??= await invocation.Progress.DuringAsync($"Seeing {entry.Call.Function} through", update => FinishAsync(outbox, entry, update, cancellationToken)).ConfigureAwait(false);
        }

        return failed is null ? Seen(open.Count, [.. open.Select(entry => outbox.Find(entry.Key)!)]) : throw failed;
    }

    private static Report Seen(int count, IReadOnlyList<OutboxEntry> entries) =>
        new Report(count == 0 && entries.Count == 0 ? "No transaction of this account is open." : entries.Count > count ? $"Dry run: {entries.Count} would be seen through." : $"{count} seen through.")
            .Add(new Table(
                "transactions",
                [new("function", "Function"), new("state", "State"), new("transactionHash", "Transaction"), new("key", null)],
                [.. entries.Select(entry => new[] { Value.Of(entry.Call.Function), Value.Of(TxStates.Of(entry)), Value.OrNone(entry.Hash), Value.Of(entry.Key) })],
                ""));

    /// <summary>How one ends; null when it succeeded. What did not end is not passed over.</summary>
    private static async Task<SendingException?> FinishAsync(Outbox outbox, OutboxEntry entry, Action<string> update, CancellationToken cancellationToken)
    {
        var stages = new Stages(update);
        void Tell(OutboxEntry changed)
        {
            if (changed.Id == entry.Id)
            {
                stages.Report(changed);
            }
        }

        outbox.Changed += Tell;
        try
        {
            await outbox.SettleAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SendingException error) when (outbox.Find(entry.Key)!.Ended)
        {
            return error;
        }
        finally
        {
            outbox.Changed -= Tell;
        }
    }
}
