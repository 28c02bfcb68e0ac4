using System.Globalization;
using System.Numerics;
using Nethereum.Signer;

namespace Sending.Chain.Formats;

/// <summary>
/// Signatures as the contracts take them: 65 bytes r, s and v, with v 27 or 28 and s in the lower half of the curve's order.
/// For one digest and key there is no second form that passes.
/// </summary>
public static class AccountSignature
{
    /// <summary>Bytes of a signature.</summary>
    public const int Length = 65;

    private const int ScalarLength = 32;

    private static readonly BigInteger Order =
        BigInteger.Parse("115792089237316195423570985008687907852837564279074904382605163141518161494337", CultureInfo.InvariantCulture);

    /// <summary>Signs a digest.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="key">The account's private key.</param>
    public static byte[] Sign(ReadOnlySpan<byte> digest, EthECKey key)
    {
        Keccak.Require(digest, "A digest");
        var parts = key.SignAndCalculateV(digest.ToArray());
        var signature = new byte[Length];
        parts.R.CopyTo(signature, ScalarLength - parts.R.Length);
        parts.S.CopyTo(signature, (2 * ScalarLength) - parts.S.Length);
        signature[^1] = parts.V[0];
        return signature;
    }

    /// <summary>Who signed a digest, exactly as the contracts see it.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="signature">Any bytes.</param>
    /// <returns>The signer's address; null when this is no signature of the strict form.</returns>
    public static string? Recover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        Keccak.Require(digest, "A digest");
        if (signature.Length != Length || signature[^1] is not (27 or 28))
        {
            return null;
        }

        var r = signature[..ScalarLength];
        var s = signature[ScalarLength..^1];
        if (!IsInside(r, Order - 1) || !IsInside(s, Order / 2))
        {
            return null;
        }

        try
        {
            var parts = EthECDSASignatureFactory.FromComponents(r.ToArray(), s.ToArray(), signature[^1]);
            return EthECKey.RecoverFromSignature(parts, digest.ToArray()).GetPublicAddress();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or NullReferenceException or ArithmeticException or InvalidOperationException)
        {
            // r is the x of no point. Which of these says so is up to the library of curves.
            return null;
        }
    }

    private static bool IsInside(ReadOnlySpan<byte> scalar, BigInteger highest)
    {
        var value = new BigInteger(scalar, isUnsigned: true, isBigEndian: true);
        return !value.IsZero && value <= highest;
    }
}
