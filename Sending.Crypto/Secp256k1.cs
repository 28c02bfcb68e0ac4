using System.Security.Cryptography;
using Sending.Crypto.Engines;

namespace Sending.Crypto;

/// <summary>
/// ECDSA over secp256k1 (SEC 1, SEC 2), big-endian. libsecp256k1 computes where the machine has it, with its recovery module; else
/// BouncyCastle, with the same results. Signatures in Ethereum's form are <see cref="EthereumSignature"/>'s.
/// </summary>
public static class Secp256k1
{
    /// <summary>Bytes of a private key.</summary>
    public const int PrivateKeyLength = 32;

    /// <summary>Bytes of a public key: 4, x and y.</summary>
    public const int PublicKeyLength = 65;

    /// <summary>Bytes of a compressed public key: 2 for an even y or 3 for an odd one, and x.</summary>
    public const int CompressedPublicKeyLength = 33;

    /// <summary>Bytes of what is signed.</summary>
    public const int DigestLength = 32;

    /// <summary>Bytes of r and s.</summary>
    public const int SignatureLength = 64;

    /// <summary>The environment variable that chooses the engine: <c>auto</c>, which is the same as none, <c>native</c> or <c>managed</c>.</summary>
    public const string EngineVariable = "SENDING_SECP256K1";

    private static readonly Lazy<EngineChoice> Choice = new(() => EngineChoice.Make(Environment.GetEnvironmentVariable(EngineVariable), NativeSearch.Names));

    /// <summary>The library that computes, for people.</summary>
    /// <exception cref="SignatureEngineException">The environment asks for what cannot be had.</exception>
    public static string Engine => Current.Name;

    /// <summary>One line on how to get the faster engine; null when it is in use, or the slower one was asked for.</summary>
    /// <exception cref="SignatureEngineException">The environment asks for what cannot be had.</exception>
    public static string? Notice => Choice.Value.Notice;

    internal static SignatureEngine Current => Choice.Value.Engine;

    /// <summary>Whether bytes are a private key: 32 of them, a number from 1 to the curve's order minus 1.</summary>
    public static bool IsPrivateKey(ReadOnlySpan<byte> key) => key.Length == PrivateKeyLength && Scalars.IsInRange(key);

    /// <summary>Makes a private key from the operating system's random numbers.</summary>
    /// <param name="privateKey">Room for 32 bytes.</param>
    /// <exception cref="ArgumentException">The room has another length.</exception>
    public static void GeneratePrivateKey(Span<byte> privateKey)
    {
        Lengths.Require(privateKey.Length, PrivateKeyLength, "A private key", nameof(privateKey));
        do
        {
            RandomNumberGenerator.Fill(privateKey);
        }
        while (!Scalars.IsInRange(privateKey));
    }

    /// <summary>Adds two private keys modulo the curve's order (BIP-32).</summary>
    /// <returns>False when the sum is 0, which is no private key.</returns>
    /// <exception cref="ArgumentException">One of them is no private key, or the room for the sum has not 32 bytes.</exception>
    public static bool TryAddPrivateKeys(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> sum)
    {
        Lengths.Require(sum.Length, PrivateKeyLength, "A private key", nameof(sum));
        if (!IsPrivateKey(left) || !IsPrivateKey(right))
        {
            throw new ArgumentException("Private keys have 32 bytes and are between 1 and the order of secp256k1 minus 1.");
        }

        Scalars.Add(left, right, sum);
        return Scalars.IsInRange(sum);
    }

    /// <summary>Writes the public key of a private one.</summary>
    /// <param name="privateKey">See <see cref="IsPrivateKey"/>.</param>
    /// <param name="publicKey">Room for 65 bytes.</param>
    /// <exception cref="ArgumentException">It is no private key, or the room has another length.</exception>
    public static void WritePublicKey(ReadOnlySpan<byte> privateKey, Span<byte> publicKey) => Current.WritePublicKey(privateKey, publicKey);

    /// <summary>Reads a public key of 33 or 65 bytes (SEC 1, section 2.3.4; not the mixed form that begins with 6 or 7).</summary>
    /// <param name="encoded">Any bytes.</param>
    /// <param name="publicKey">Room for 65 bytes.</param>
    /// <returns>Whether they are a point of the curve.</returns>
    /// <exception cref="ArgumentException">The room has another length.</exception>
    public static bool TryReadPublicKey(ReadOnlySpan<byte> encoded, Span<byte> publicKey) => Current.TryReadPublicKey(encoded, publicKey);

    /// <summary>Writes the compressed form of a public key.</summary>
    /// <param name="publicKey">65 bytes.</param>
    /// <param name="compressed">Room for 33 bytes.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public static void CompressPublicKey(ReadOnlySpan<byte> publicKey, Span<byte> compressed)
    {
        Lengths.Require(publicKey.Length, PublicKeyLength, "A public key", nameof(publicKey));
        Lengths.Require(compressed.Length, CompressedPublicKeyLength, "A compressed public key", nameof(compressed));
        publicKey[1..CompressedPublicKeyLength].CopyTo(compressed[1..]);
        compressed[0] = (byte)(2 + (publicKey[^1] & 1));
    }

    /// <summary>Signs a digest, with the nonce that follows from it and the key (RFC 6979 with SHA-256) and a low s (EIP-2).</summary>
    /// <param name="digest">32 bytes; those that are the curve's order or more are signed as their remainder.</param>
    /// <param name="privateKey">See <see cref="IsPrivateKey"/>.</param>
    /// <param name="signature">Room for 64 bytes: r and s.</param>
    /// <returns>The recovery id: 1 for an odd y of the nonce's point, and 2 more when its x is the curve's order or more, which hardly ever happens.</returns>
    /// <exception cref="ArgumentException">It is no private key, or a length is another one.</exception>
    public static int Sign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature) => Current.Sign(digest, privateKey, signature);

    /// <summary>Whether s is in the lower half of the curve's order, as Ethereum demands (EIP-2).</summary>
    /// <param name="signature">64 bytes: r and s.</param>
    /// <exception cref="ArgumentException">The length is another one.</exception>
    public static bool HasLowS(ReadOnlySpan<byte> signature)
    {
        Lengths.Require(signature.Length, SignatureLength, "A signature of r and s", nameof(signature));
        return Scalars.IsLow(signature[Scalars.Length..]);
    }

    /// <summary>Whether a key signed a digest; s may be low or high.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="signature">64 bytes: r and s.</param>
    /// <param name="publicKey">65 bytes; nothing verifies for what is no point of the curve.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public static bool Verify(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey) =>
        Current.Verify(digest, signature, publicKey);

    /// <summary>Finds the public key that a signature verifies for (SEC 1, section 4.1.6); s may be low or high.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="signature">64 bytes: r and s.</param>
    /// <param name="recoveryId">See <see cref="Sign"/>; there is nothing for another than 0 to 3.</param>
    /// <param name="publicKey">Room for 65 bytes; to be ignored when there is no such key.</param>
    /// <returns>Whether there is such a key.</returns>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public static bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey) =>
        Current.TryRecover(digest, signature, recoveryId, publicKey);
}
