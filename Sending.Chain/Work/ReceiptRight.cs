using System.Numerics;
using Sending.Chain.Events.Projection;
using Sending.Chain.Identity;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Work;

/// <summary>Who may sign receipts, as <c>WorkProofs.maySign</c> says.</summary>
public static class ReceiptRight
{
    private static readonly byte[] Relay = AttributeName.Bytes(DidDelegateType.Relay);

    /// <summary>
    /// Whether <paramref name="signer"/> may sign receipts that <paramref name="client"/> pays: the client itself, whoever owns its DID, or a delegate of type
    /// <c>relay</c> whose validity reaches at least the epoch's start. Once an epoch runs, whoever may sign for it may do so for ever, since a revocation
    /// ends a delegate the second before it; who may not can still be granted it.
    /// </summary>
    /// <param name="state">The registry's state at the block that counts.</param>
    /// <param name="client">The payer.</param>
    /// <param name="signer">Who signed.</param>
    /// <param name="epoch">The receipt's epoch.</param>
    public static bool MaySign(ProtocolState state, string client, string signer, long epoch)
    {
        var signing = Convert.FromHexString(signer.AsSpan(2));
        if (!signing.AsSpan().ContainsAnyExcept((byte)0))
        {
            return false;
        }

        return signer.Equals(client, StringComparison.OrdinalIgnoreCase) || state.Identities.DelegateValidTo(client, Relay, signer) >= StartOf(state, epoch);
    }

    /// <summary>In Unix seconds, which go further than the calendar, as the contract's.</summary>
    private static BigInteger StartOf(ProtocolState state, long epoch)
        => state.Clock.Genesis.ToUnixTimeSeconds() + ((BigInteger)Math.Min(epoch, uint.MaxValue) * (long)state.Clock.EpochDuration.TotalSeconds);
}
