using Nethereum.JsonRpc.Client;
using Sending.Chain.Errors;

namespace Sending.Chain.Transactions;

/// <summary>Hands signed bytes to the node. What it answers is never believed: whether it has the transaction is looked up.</summary>
internal sealed class Courier(SenderContext context)
{
    private static readonly string[] Underpriced = ["underpriced", "fee too low", "gas price too low", "max fee per gas less than", "replacement fee", "higher gas price", "base fee exceeds"];
    private static readonly string[] Unpaid = ["insufficient funds", "enough funds", "insufficient balance"];
    private static readonly string[] UsedUp = ["nonce too low", "nonce is too low", "already used"];

    /// <summary>Hands over the newest attempt of an intent that is marked as sent.</summary>
    /// <returns>The intent with what is known now, and whether the node answered at all.</returns>
    public async Task<(OutboxEntry Entry, bool Reached)> HandOverAsync(OutboxEntry entry, long head, CancellationToken cancellationToken)
    {
        var attempt = entry.Newest!;
        var watch = context.WatchOf(entry);
        watch.Leaves(head);
        try
        {
            await context.Chain.HandOverAsync(attempt.Raw, cancellationToken);
            context.At(OutboxPoint.HandedOver);
        }
        catch (RpcResponseException error)
        {
            if (!await context.Chain.KnowsAsync(attempt.Hash, cancellationToken))
            {
                return (Refused(entry, watch, error.RpcError.Message), true);
            }
        }
        catch (SendingException error) when (error.Code == ErrorCode.NodeUnreachable)
        {
            return (context.Note(entry, OutboxWait.Unreachable, error.Message), false);
        }

        watch.Arrived(head);
        return (Arrived(entry), true);
    }

    /// <summary>The node has it, so the trouble is over.</summary>
    public OutboxEntry Arrived(OutboxEntry entry)
        => context.Report(entry.Note is { Reason: OutboxWait.Unreachable or OutboxWait.Refused or OutboxWait.Funds } ? context.Store.Note(entry, null) : entry);

    private OutboxEntry Refused(OutboxEntry entry, Watch watch, string message)
    {
        if (Says(message, Underpriced))
        {
            watch.Underpriced = true;
            return context.Note(entry, OutboxWait.Refused, $"The node wants a higher fee ({message}).");
        }

        if (Says(message, UsedUp))
        {
            return context.Note(entry, OutboxWait.Refused, $"The node says that nonce {entry.Nonce} is used up already ({message}); its receipt is looked for.");
        }

        return Says(message, Unpaid)
            ? context.Note(entry, OutboxWait.Funds, $"{context.Sender} cannot pay for it ({message}). Send it ETH.")
            : context.Note(entry, OutboxWait.Refused, $"The node refuses the transaction {entry.Call.Function}: {message}");
    }

    private static bool Says(string message, string[] words) => words.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
