using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;
using Org.BouncyCastle.Utilities;

namespace Sending.Crypto.Engines;

/// <summary>
/// BouncyCastle, with its own code for this curve. What is public is multiplied the fastest way, two products at once; what is secret, with a
/// comb of fixed points that reads its whole table each time.
/// </summary>
internal sealed class ManagedEngine : SignatureEngine
{
    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("secp256k1");
    private static readonly BigInteger Order = Curve.N;
    private static readonly BigInteger HalfOrder = Order.ShiftRight(1);
    private static readonly BigInteger FieldPrime = Curve.Curve.Field.Characteristic;
    private static readonly FixedPointCombMultiplier Comb = new();

    /// <inheritdoc/>
    public override string Name => "BouncyCastle";

    /// <inheritdoc/>
    protected override void MultiplyGenerator(ReadOnlySpan<byte> scalar, Span<byte> point) =>
        Comb.Multiply(Curve.G, ToNumber(scalar)).Normalize().EncodeTo(compressed: false, point);

    /// <inheritdoc/>
    protected override bool TryDecodePoint(ReadOnlySpan<byte> encoded, Span<byte> point)
    {
        if (Decode(encoded) is not { } decoded)
        {
            return false;
        }

        decoded.EncodeTo(compressed: false, point);
        return true;
    }

    /// <inheritdoc/>
    protected override int SignReduced(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature)
    {
        var (z, key) = (ToNumber(digest), ToNumber(privateKey));
        var nonces = new HMacDsaKCalculator(new Sha256Digest());
        nonces.Init(Order, key, digest.ToArray());
        while (true)
        {
            var nonce = nonces.NextK();
            var point = Comb.Multiply(Curve.G, nonce).Normalize();
            var x = point.AffineXCoord.ToBigInteger();
            var r = x.Mod(Order);
            var s = BigIntegers.ModOddInverse(Order, nonce).Multiply(z.Add(key.Multiply(r))).Mod(Order);
            if (r.SignValue == 0 || s.SignValue == 0)
            {
                continue;
            }

            var recoveryId = (point.AffineYCoord.TestBitZero() ? 1 : 0) | (x.CompareTo(Order) >= 0 ? 2 : 0);
            if (s.CompareTo(HalfOrder) > 0)
            {
                s = Order.Subtract(s);
                recoveryId ^= 1;
            }

            BigIntegers.AsUnsignedByteArray(r, signature[..Scalars.Length]);
            BigIntegers.AsUnsignedByteArray(s, signature[Scalars.Length..]);
            return recoveryId;
        }
    }

    /// <inheritdoc/>
    protected override bool VerifyInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        if (Decode(publicKey) is not { } key)
        {
            return false;
        }

        var r = ToNumber(signature[..Scalars.Length]);
        var inverse = BigIntegers.ModOddInverseVar(Order, ToNumber(signature[Scalars.Length..]));
        var point = Sum(ToNumber(digest).Multiply(inverse), key, r.Multiply(inverse));
        return !point.IsInfinity && point.AffineXCoord.ToBigInteger().Mod(Order).Equals(r);
    }

    // SEC 1, section 4.1.6.
    /// <inheritdoc/>
    protected override bool TryRecoverInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey)
    {
        var r = ToNumber(signature[..Scalars.Length]);
        var x = recoveryId >= 2 ? r.Add(Order) : r;
        if (x.CompareTo(FieldPrime) >= 0)
        {
            return false;
        }

        Span<byte> compressed = stackalloc byte[Secp256k1.CompressedPublicKeyLength];
        compressed[0] = (byte)(2 + (recoveryId & 1));
        BigIntegers.AsUnsignedByteArray(x, compressed[1..]);
        if (Decode(compressed) is not { } noncePoint)
        {
            return false;
        }

        var inverse = BigIntegers.ModOddInverseVar(Order, r);
        var point = Sum(ToNumber(digest).Negate().Multiply(inverse), noncePoint, ToNumber(signature[Scalars.Length..]).Multiply(inverse));
        if (point.IsInfinity)
        {
            return false;
        }

        point.EncodeTo(compressed: false, publicKey);
        return true;
    }

    private static ECPoint Sum(BigInteger ofGenerator, ECPoint other, BigInteger ofOther) =>
        ECAlgorithms.SumOfTwoMultiplies(Curve.G, ofGenerator.Mod(Order), other, ofOther.Mod(Order)).Normalize();

    private static ECPoint? Decode(ReadOnlySpan<byte> encoded)
    {
        try
        {
            return Curve.Curve.DecodePoint(encoded);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static BigInteger ToNumber(ReadOnlySpan<byte> bytes) => new(1, bytes);
}
