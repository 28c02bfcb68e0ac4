using Sending.Crypto.Engines;

namespace Sending.Crypto;

/// <summary>
/// Signatures in the strict form of Ethereum's contracts: 65 bytes r, s and v, with v 27 or 28 and s in the lower half of the curve's order
/// (EIP-2). For one digest and key there is no second form that passes.
/// </summary>
public static class EthereumSignature
{
    /// <summary>Bytes of a signature.</summary>
    public const int Length = 65;

    private const int LowestV = 27;

    /// <summary>Signs a digest; see <see cref="Secp256k1.Sign"/>.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="privateKey">See <see cref="Secp256k1.IsPrivateKey"/>.</param>
    /// <param name="signature">Room for 65 bytes.</param>
    /// <exception cref="ArgumentException">It is no private key, or a length is another one.</exception>
    public static void Sign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature)
    {
        Lengths.Require(signature.Length, Length, "A signature", nameof(signature));
        signature[^1] = (byte)(LowestV + Secp256k1.Sign(digest, privateKey, signature[..Secp256k1.SignatureLength]));
    }

    /// <summary>Finds who signed a digest.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="signature">Any bytes.</param>
    /// <param name="address">Room for 20 bytes; untouched when nobody signed.</param>
    /// <returns>False when this is no signature of the strict form.</returns>
    /// <exception cref="ArgumentException">The digest or the room has another length.</exception>
    public static bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, Span<byte> address) =>
        TryRecover(Secp256k1.Current, digest, signature, address);

    internal static bool TryRecover(SignatureEngine engine, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, Span<byte> address)
    {
        Lengths.Require(digest.Length, Secp256k1.DigestLength, "A digest", nameof(digest));
        Lengths.Require(address.Length, EthereumAddress.Length, "An address", nameof(address));
        Span<byte> publicKey = stackalloc byte[Secp256k1.PublicKeyLength];
        if (signature.Length != Length
            || signature[^1] is not (LowestV or LowestV + 1)
            || !Secp256k1.HasLowS(signature[..^1])
            || !engine.TryRecover(digest, signature[..^1], signature[^1] - LowestV, publicKey))
        {
            return false;
        }

        EthereumAddress.Write(publicKey, address);
        return true;
    }
}
