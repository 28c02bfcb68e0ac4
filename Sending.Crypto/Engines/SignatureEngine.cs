namespace Sending.Crypto.Engines;

/// <summary>
/// ECDSA over secp256k1 with the curve's arithmetic left to a library. What is malformed is sorted out here, so that it is refused alike
/// whatever the library; a library sees numbers in range only.
/// </summary>
internal abstract class SignatureEngine
{
    /// <summary>The library, for people.</summary>
    public abstract string Name { get; }

    /// <summary>See <see cref="Secp256k1.WritePublicKey"/>.</summary>
    public void WritePublicKey(ReadOnlySpan<byte> privateKey, Span<byte> publicKey)
    {
        RequirePrivateKey(privateKey);
        Lengths.Require(publicKey.Length, Secp256k1.PublicKeyLength, "A public key", nameof(publicKey));
        MultiplyGenerator(privateKey, publicKey);
    }

    /// <summary>See <see cref="Secp256k1.TryReadPublicKey"/>.</summary>
    public bool TryReadPublicKey(ReadOnlySpan<byte> encoded, Span<byte> publicKey)
    {
        Lengths.Require(publicKey.Length, Secp256k1.PublicKeyLength, "A public key", nameof(publicKey));
        var isEncoding = encoded.Length switch
        {
            Secp256k1.CompressedPublicKeyLength => encoded[0] is 2 or 3,
            Secp256k1.PublicKeyLength => encoded[0] is 4,
            _ => false,
        };
        return isEncoding && TryDecodePoint(encoded, publicKey);
    }

    /// <summary>See <see cref="Secp256k1.Sign"/>.</summary>
    public int Sign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature)
    {
        RequireDigest(digest);
        RequirePrivateKey(privateKey);
        RequireSignature(signature);
        Span<byte> reduced = stackalloc byte[Scalars.Length];
        Scalars.Reduce(digest, reduced);
        return SignReduced(reduced, privateKey, signature);
    }

    /// <summary>See <see cref="Secp256k1.Verify"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        RequireDigest(digest);
        RequireSignature(signature);
        Lengths.Require(publicKey.Length, Secp256k1.PublicKeyLength, "A public key", nameof(publicKey));
        return AreScalars(signature) && publicKey[0] == 4 && VerifyInRange(digest, signature, publicKey);
    }

    /// <summary>See <see cref="Secp256k1.TryRecover"/>.</summary>
    public bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey)
    {
        RequireDigest(digest);
        RequireSignature(signature);
        Lengths.Require(publicKey.Length, Secp256k1.PublicKeyLength, "A public key", nameof(publicKey));
        return recoveryId is >= 0 and <= 3 && AreScalars(signature) && TryRecoverInRange(digest, signature, recoveryId, publicKey);
    }

    /// <param name="scalar">In range.</param>
    /// <param name="point">Uncompressed.</param>
    protected abstract void MultiplyGenerator(ReadOnlySpan<byte> scalar, Span<byte> point);

    /// <param name="encoded">33 bytes that begin with 2 or 3, or 65 that begin with 4.</param>
    /// <param name="point">Uncompressed.</param>
    /// <returns>Whether the curve has the point.</returns>
    protected abstract bool TryDecodePoint(ReadOnlySpan<byte> encoded, Span<byte> point);

    /// <param name="digest">Below n.</param>
    /// <param name="privateKey">In range.</param>
    /// <param name="signature">r and s, which is made low.</param>
    /// <returns>The recovery id.</returns>
    protected abstract int SignReduced(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature);

    /// <param name="digest">Any 32 bytes.</param>
    /// <param name="signature">r and s, both in range, s low or high.</param>
    /// <param name="publicKey">65 bytes that begin with 4, on the curve or not.</param>
    protected abstract bool VerifyInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey);

    /// <param name="digest">Any 32 bytes.</param>
    /// <param name="signature">r and s, both in range, s low or high.</param>
    /// <param name="recoveryId">0 to 3.</param>
    /// <param name="publicKey">Uncompressed.</param>
    protected abstract bool TryRecoverInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey);

    private static bool AreScalars(ReadOnlySpan<byte> signature) =>
        Scalars.IsInRange(signature[..Scalars.Length]) && Scalars.IsInRange(signature[Scalars.Length..]);

    private static void RequireDigest(ReadOnlySpan<byte> digest) => Lengths.Require(digest.Length, Secp256k1.DigestLength, "A digest", nameof(digest));

    private static void RequireSignature(ReadOnlySpan<byte> signature) =>
        Lengths.Require(signature.Length, Secp256k1.SignatureLength, "A signature of r and s", nameof(signature));

    private static void RequirePrivateKey(ReadOnlySpan<byte> privateKey)
    {
        Lengths.Require(privateKey.Length, Scalars.Length, "A private key", nameof(privateKey));
        if (!Scalars.IsInRange(privateKey))
        {
            throw new ArgumentException("The private key is not between 1 and the order of secp256k1 minus 1.", nameof(privateKey));
        }
    }
}
