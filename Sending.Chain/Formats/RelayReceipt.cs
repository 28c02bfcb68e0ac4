using Nethereum.Signer;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>What a client signs for the work of an Edge. A later receipt of the same four replaces an earlier one.</summary>
/// <param name="Edge">Owner of the Edge's node.</param>
/// <param name="Client">The payer.</param>
/// <param name="Epoch">The epoch the work is charged to.</param>
/// <param name="Units">Relayed in it so far, of this signer: 1 unit is 1 KiB, rounded up for each envelope.</param>
public sealed record RelayReceipt(string Edge, string Client, ulong Epoch, ulong Units)
{
    private static readonly byte[] TypeHash = Keccak256.Hash("RelayReceipt(address edge,address client,uint64 epoch,uint64 units)"u8);

    /// <summary>The EIP-712 hash of the receipt, in no domain yet.</summary>
    /// <exception cref="ArgumentException">An address is malformed.</exception>
    public byte[] StructHash()
    {
        var words = new AbiWords(stackalloc byte[5 * Bytes32.Length]);
        words.AddHash(TypeHash);
        words.AddAddress(Edge);
        words.AddAddress(Client);
        words.AddNumber(Epoch);
        words.AddNumber(Units);
        return Keccak256.Hash(words.Written);
    }

    /// <summary>What is signed.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
    public byte[] Digest(TypedDataDomain domain) => domain.Digest(StructHash());

    /// <summary>Signs the receipt.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
    /// <param name="key">Of the client, or of a <c>relay</c> delegate of its DID.</param>
    public byte[] Sign(TypedDataDomain domain, EthECKey key) => AccountSignature.Sign(Digest(domain), key);

    /// <summary>Who signed the receipt; null when the signature is malformed. Whether that account may sign for the client is another question.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
    /// <param name="signature">Any bytes.</param>
    public string? RecoverSigner(TypedDataDomain domain, ReadOnlySpan<byte> signature) => AccountSignature.Recover(Digest(domain), signature);
}
