using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>
/// What a client remembers so that it never signs for more than it has sent and acknowledged: what is counted is safe before the envelope, or the
/// acknowledgement, leaves; what is signed is safe before the receipt does.
/// </summary>
public interface IRelayJournal
{
    /// <summary>Counts an envelope that is about to be sent or acknowledged, once.</summary>
    /// <param name="line">Whom it is paid to, by whom.</param>
    /// <param name="isDelivery">Whether it was received; an envelope to oneself is both.</param>
    /// <param name="key">The envelope.</param>
    /// <param name="units">What it costs.</param>
    /// <param name="forgetAt">When nobody will ask again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask CountAsync(RelayLine line, bool isDelivery, EnvelopeKey key, int units, DateTimeOffset forgetAt, CancellationToken cancellationToken);

    /// <summary>An envelope was refused: it costs nothing.</summary>
    ValueTask UncountAsync(RelayLine line, EnvelopeKey key, CancellationToken cancellationToken);

    /// <summary>Decides what to sign, and remembers it.</summary>
    /// <param name="line">Whom it is paid to, by whom.</param>
    /// <param name="due">What the Edge asks for.</param>
    /// <param name="proven">What is proven to have been signed for that epoch, by the Edge's copy of the receipt.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many units to sign for that epoch, in all; at most what was signed and what is counted and not signed for. 0: nothing.</returns>
    ValueTask<long> SignAsync(RelayLine line, DueReceipt due, long proven, CancellationToken cancellationToken);

    /// <summary>What is counted and not signed for.</summary>
    ValueTask<long> GetUnpaidAsync(RelayLine line, CancellationToken cancellationToken);
}

/// <summary>Who pays whom by whose receipts.</summary>
/// <param name="Edge">Owner of the Edge's node.</param>
/// <param name="Payer">Whose credit it is.</param>
/// <param name="Signer">Who signs.</param>
public sealed record RelayLine(string Edge, string Payer, string Signer);
