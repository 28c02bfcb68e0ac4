using System.Security.Cryptography;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>
/// Signatures as the contracts take them, with the keys and the addresses that the rest of the program has; see <see cref="EthereumSignature"/>.
/// </summary>
public static class AccountSignature
{
    /// <summary>Bytes of a signature.</summary>
    public const int Length = EthereumSignature.Length;

    /// <summary>Signs a digest.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="key">The account's private key.</param>
    /// <exception cref="ArgumentException">The digest has another length.</exception>
    public static byte[] Sign(ReadOnlySpan<byte> digest, EthECKey key)
    {
        // The array may be the key's own, and lack the zeros in front.
        var secret = key.GetPrivateKeyAsBytes().AsSpan().TrimStart((byte)0);
        Span<byte> privateKey = stackalloc byte[Secp256k1.PrivateKeyLength];
        privateKey.Clear();
        secret.CopyTo(privateKey[^secret.Length..]);
        var signature = new byte[Length];
        EthereumSignature.Sign(digest, privateKey, signature);
        CryptographicOperations.ZeroMemory(privateKey);
        return signature;
    }

    /// <summary>Who signed a digest, exactly as the contracts see it.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="signature">Any bytes.</param>
    /// <returns>The signer's address, checksummed; null when this is no signature of the strict form.</returns>
    /// <exception cref="ArgumentException">The digest has another length.</exception>
    public static string? Recover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        var address = new byte[EthereumAddress.Length];
        return EthereumSignature.TryRecover(digest, signature, address) ? address.ConvertToEthereumChecksumAddress() : null;
    }
}
