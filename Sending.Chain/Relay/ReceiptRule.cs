using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>What a client signs: never more, over all epochs, than it has sent and acknowledged. There is no tolerance.</summary>
internal static class ReceiptRule
{
    /// <summary>What to sign.</summary>
    /// <param name="due">What the Edge asks for.</param>
    /// <param name="signed">What was signed for that epoch, as far as is remembered.</param>
    /// <param name="proven">The same, as far as the Edge proves it.</param>
    /// <param name="unpaid">What is counted and not signed for.</param>
    /// <returns>Units to sign for the epoch in all (0: nothing), and how much of what is unpaid that pays.</returns>
    public static (long Units, long Paid) Decide(DueReceipt due, long signed, long proven, long unpaid)
    {
        // Up to here it was signed before, whatever the Edge says it holds: signing that again gives nothing away.
        var before = Math.Max(signed, proven);
        var units = Math.Min(due.Units, before + Math.Max(unpaid, 0));
        return units <= due.Receipted ? (0, 0) : (units, Math.Max(units - before, 0));
    }
}
