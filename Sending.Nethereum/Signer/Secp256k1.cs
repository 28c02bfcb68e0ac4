using System.Security.Cryptography;
using Nethereum.Util;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;
using BcInteger = Org.BouncyCastle.Math.BigInteger;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Nethereum.Signer;

/// <summary>ECDSA over the curve secp256k1 (SEC 1, SEC 2), with nonces made from the message (RFC 6979) and low s (EIP-2).</summary>
internal static class Secp256k1
{
    public const int ScalarLength = 32;

    private static readonly X9ECParameters s_curve = CustomNamedCurves.GetByName("secp256k1");
    private static readonly BcInteger s_order = s_curve.N;
    private static readonly BcInteger s_halfOrder = s_order.ShiftRight(1);
    private static readonly BcInteger s_fieldPrime = s_curve.Curve.Field.Characteristic;
    private static readonly FixedPointCombMultiplier s_baseMultiplier = new();

    /// <summary>The private key's number.</summary>
    /// <exception cref="ArgumentException">It is not 32 bytes, or not between 1 and the curve's order - 1.</exception>
    public static BcInteger ReadPrivateKey(byte[] key)
    {
        if (key.Length != ScalarLength)
        {
            throw new ArgumentException($"A private key has {ScalarLength} bytes, not {key.Length}.");
        }

        var scalar = ToScalar(key);
        return IsScalar(scalar)
            ? scalar
            : throw new ArgumentException("The private key is not between 1 and the order of secp256k1 minus 1.");
    }

    /// <summary>The point that 33 or 65 bytes (SEC 1, section 2.3.4) say.</summary>
    /// <exception cref="ArgumentException">They are no point of the curve.</exception>
    public static ECPoint ReadPublicKey(byte[] key)
    {
        ECPoint point;
        try
        {
            point = s_curve.Curve.DecodePoint(key);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or IndexOutOfRangeException or ArithmeticException)
        {
            throw new ArgumentException("The public key is not a point of secp256k1 in 33 or 65 bytes.", error);
        }

        return point.IsInfinity ? throw new ArgumentException("The public key is the point at infinity.") : point;
    }

    public static ECPoint PublicKeyOf(BcInteger privateKey) => s_baseMultiplier.Multiply(s_curve.G, privateKey).Normalize();

    /// <summary>The sum of two private keys (BIP-32), or null when it is zero.</summary>
    public static byte[] AddScalars(byte[] left, byte[] right)
    {
        var sum = ToScalar(left).Add(ToScalar(right)).Mod(s_order);
        return sum.SignValue == 0 ? null : sum.ToByteArrayUnsigned().PadLeft(ScalarLength);
    }

    public static bool IsScalar(byte[] value) => IsScalar(ToScalar(value));

    public static bool IsLowS(byte[] s) => ToScalar(s).CompareTo(s_halfOrder) <= 0;

    public static byte[] RandomPrivateKey()
    {
        while (true)
        {
            var candidate = RandomNumberGenerator.GetBytes(ScalarLength);
            if (IsScalar(candidate))
            {
                return candidate;
            }
        }
    }

    /// <summary>Signs 32 bytes; the recovery id says which of the points with that r was the nonce's.</summary>
    public static (byte[] R, byte[] S, int RecoveryId) Sign(byte[] hash, BcInteger privateKey)
    {
        RequireHash(hash);
        var digest = ToScalar(hash);
        var nonces = new HMacDsaKCalculator(new Sha256Digest());
        nonces.Init(s_order, privateKey, hash);
        while (true)
        {
            var nonce = nonces.NextK();
            var point = s_baseMultiplier.Multiply(s_curve.G, nonce).Normalize();
            var x = point.AffineXCoord.ToBigInteger();
            var r = x.Mod(s_order);
            var s = nonce.ModInverse(s_order).Multiply(digest.Add(privateKey.Multiply(r))).Mod(s_order);
            if (r.SignValue == 0 || s.SignValue == 0)
            {
                continue;
            }

            var recoveryId = (point.AffineYCoord.TestBitZero() ? 1 : 0) | (x.CompareTo(s_order) >= 0 ? 2 : 0);
            if (s.CompareTo(s_halfOrder) > 0)
            {
                s = s_order.Subtract(s);
                recoveryId ^= 1;
            }

            return (r.ToByteArrayUnsigned(), s.ToByteArrayUnsigned(), recoveryId);
        }
    }

    public static bool Verify(byte[] hash, byte[] r, byte[] s, ECPoint publicKey)
    {
        RequireHash(hash);
        var (rValue, sValue) = (ToScalar(r), ToScalar(s));
        if (!IsScalar(rValue) || !IsScalar(sValue))
        {
            return false;
        }

        var inverse = sValue.ModInverse(s_order);
        var point = ECAlgorithms.SumOfTwoMultiplies(
            s_curve.G,
            ToScalar(hash).Multiply(inverse).Mod(s_order),
            publicKey,
            rValue.Multiply(inverse).Mod(s_order)).Normalize();
        return !point.IsInfinity && point.AffineXCoord.ToBigInteger().Mod(s_order).Equals(rValue);
    }

    /// <summary>The public key that made a signature (SEC 1, section 4.1.6), or null when there is none.</summary>
    public static ECPoint Recover(byte[] hash, byte[] r, byte[] s, int recoveryId)
    {
        RequireHash(hash);
        var (rValue, sValue) = (ToScalar(r), ToScalar(s));
        var x = recoveryId >= 2 ? rValue.Add(s_order) : rValue;
        if (recoveryId is < 0 or > 3 || !IsScalar(rValue) || !IsScalar(sValue) || x.CompareTo(s_fieldPrime) >= 0)
        {
            return null;
        }

        ECPoint noncePoint;
        try
        {
            byte[] compressed = [(byte)(2 + (recoveryId & 1)), .. x.ToByteArrayUnsigned().PadLeft(ScalarLength)];
            noncePoint = s_curve.Curve.DecodePoint(compressed);
        }
        catch (ArgumentException)
        {
            return null;
        }

        var inverse = rValue.ModInverse(s_order);
        var point = ECAlgorithms.SumOfTwoMultiplies(
            s_curve.G,
            ToScalar(hash).Negate().Multiply(inverse).Mod(s_order),
            noncePoint,
            sValue.Multiply(inverse).Mod(s_order)).Normalize();
        return point.IsInfinity ? null : point;
    }

    private static BcInteger ToScalar(byte[] value) => new(1, value);

    private static bool IsScalar(BcInteger value) => value.SignValue > 0 && value.CompareTo(s_order) < 0;

    private static void RequireHash(byte[] hash)
    {
        if (hash.Length != ScalarLength)
        {
            throw new ArgumentException($"A hash of {ScalarLength} bytes is signed, not one of {hash.Length}.", nameof(hash));
        }
    }
}
