using Sending.Chain.Errors;
using Sending.Chain.Transactions;
using Sending.Cli.Commands;

namespace Sending.Cli.Transactions;

/// <summary>Settles what an earlier command of the account left open, because it was killed or interrupted, before another one sends.</summary>
internal static class Leftovers
{
    /// <exception cref="SendingException">A transaction that is out does not get mined; nothing more is sent before it is.</exception>
    public static async Task SettleAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var address = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        if (await session.FindOutboxAsync(cancellationToken).ConfigureAwait(false) is not { } outbox || outbox.ListOpen(address).Count == 0)
        {
            return;
        }

        // A command that is still running is no leftover.
        using var turn = await session.TakeTurnAsync(address, cancellationToken).ConfigureAwait(false);
        foreach (var entry in outbox.ListOpen(address))
        {
            var what = $"{entry.Call.Function} of an earlier command";
            if (!entry.Out && await outbox.CancelAsync(entry.Key, cancellationToken).ConfigureAwait(false))
            {
                invocation.Progress.Say($"{what} had not been sent; it is withdrawn.");
                continue;
            }

            outbox.Load(await session.UnlockAsync(cancellationToken).ConfigureAwait(false));
            invocation.Progress.Say($"{what} is still open: {entry.Hash}; waiting until it is mined ...");
            invocation.Progress.Say(await FinishAsync(outbox, entry, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<string> FinishAsync(Outbox outbox, OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return $"Mined {(await outbox.SettleAsync(entry.Key, cancellationToken).ConfigureAwait(false)).Hash}";
        }
        catch (SendingException error) when (outbox.Find(entry.Key)!.Ended)
        {
            // How it ended is told; it concerns the earlier command.
            return error.Message;
        }
    }
}
