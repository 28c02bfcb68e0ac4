using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace Sending.Bench;

/// <summary>
/// Recovery over the curve that BouncyCastle's table of named curves gives, whose arithmetic is that of any prime field, with a check of the
/// point's order: how Nethereum's default engine has it.
/// </summary>
internal static class GenericCurve
{
    private static readonly X9ECParameters Curve = SecNamedCurves.GetByName("secp256k1");

    public static byte[] Recover(Sample sample)
    {
        var point = Curve.Curve.DecodePoint([(byte)(2 + sample.RecoveryId), .. sample.Parts[..32]]);
        if (!point.Multiply(Curve.N).IsInfinity)
        {
            throw new InvalidOperationException("A point of the curve has another order than its generator.");
        }

        var inverse = new BigInteger(1, sample.Parts[..32]).ModInverse(Curve.N);
        var ofGenerator = new BigInteger(1, sample.Digest).Negate().Multiply(inverse).Mod(Curve.N);
        var ofPoint = new BigInteger(1, sample.Parts[32..]).Multiply(inverse).Mod(Curve.N);
        return ECAlgorithms.SumOfTwoMultiplies(Curve.G, ofGenerator, point, ofPoint).Normalize().GetEncoded();
    }
}
