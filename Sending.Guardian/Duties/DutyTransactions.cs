using System.Globalization;
using Sending.Chain.Duties;
using Sending.Chain.Transactions;

namespace Sending.Guardian.Duties;

/// <summary>Transactions of duties: recorded once under the duty's key, and begun anew a few times when nothing came of them.</summary>
/// <param name="outbox">Sends.</param>
internal sealed class DutyTransactions(Outbox outbox)
{
    /// <summary>The transaction of a duty as it stands, recorded now when it was not before.</summary>
    /// <param name="key">The duty, such as <c>commit-scores/17</c>.</param>
    /// <param name="call">What it does; not asked for when it is recorded already.</param>
    /// <param name="deadline">Not sent after it.</param>
    /// <param name="attempts">How often it is recorded at most, each time under a key of its own, after one ended without effect.</param>
    public OutboxEntry Bring(string key, Func<TransactionCall> call, DateTimeOffset? deadline, int attempts = 1)
    {
        OutboxEntry entry;
        var attempt = 0;
        do
        {
            var name = attempt == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}/{attempt}");
            entry = outbox.Find(name) ?? outbox.Enqueue(new TransactionIntent(name, call()) { Deadline = deadline });
            attempt++;
        }
        while (attempt < attempts && HasFailed(entry));
        return entry;
    }

    /// <summary>Whether the transaction of a duty was ever recorded.</summary>
    public bool Knows(string key) => outbox.Find(key) is not null;

    /// <summary>How a duty stands whose effect is not on the chain yet.</summary>
    public static DutyReport Report(OutboxEntry entry, long epoch, DateTimeOffset? until) => entry switch
    {
        { Failure: { } failure } when HasFailed(entry) => new DutyReport(DutyState.Failed, epoch, failure.Message, until),
        _ when HasFailed(entry) => new DutyReport(DutyState.Failed, epoch, $"The transaction {entry.Hash} failed.", until),
        _ => new DutyReport(DutyState.Pending, epoch, entry.Note?.Text, until),
    };

    private static bool HasFailed(OutboxEntry entry) => entry.Ended && entry.Outcome is not { Succeeded: true };
}
