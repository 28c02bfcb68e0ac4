using System.Numerics;
using Sending.Crypto.Engines;
using static Sending.Crypto.Tests.Support.SignatureCase;

namespace Sending.Crypto.Tests.Support;

/// <summary>Random, malformed and edge inputs from a seed.</summary>
internal sealed class SignatureCases(Seeded random)
{
    private static readonly ManagedEngine Maker = new();

    private static readonly BigInteger[] Edges =
    [
        0, 1, 2, (Curve.Order - 1) / 2, (Curve.Order + 1) / 2, Curve.Order - 1, Curve.Order, Curve.Order + 1, Curve.FieldPrime - 1,
        Curve.FieldPrime, Curve.FieldPrime - Curve.Order - 1, Curve.FieldPrime - Curve.Order, Curve.Largest,
    ];

    public SignatureCase Next() => random.Below(8) switch
    {
        0 or 1 => Recover(),
        2 => Tampered("recover"),
        3 => RecoversToInfinity(),
        4 => Tampered("verify"),
        5 => VerifiesAtInfinity(),
        6 => PublicKey(),
        _ => new SignatureCase("sign", Hex(Any()), "", 0, "", Hex(random.Below(4) == 0 ? Edge() : Any())),
    };

    // Nobody made these signatures, yet most of them are someone's. An r below p - n has points for the recovery ids 2 and 3 too.
    private SignatureCase Recover()
    {
        var r = random.Below(3) == 0 ? Curve.Number(random.Bytes(16)) : Any();
        return new SignatureCase("recover", Hex(Any()), Hex(r) + Hex(Any()), random.Below(6) - 1, "", "");
    }

    private SignatureCase Tampered(string kind)
    {
        var (digest, key) = (Curve.Bytes(Any()), Scalar());
        var signature = new byte[Secp256k1.SignatureLength];
        var recoveryId = Maker.Sign(digest, Curve.Bytes(key), signature);
        var (r, s) = (Curve.Number(signature.AsSpan(0, 32)), Curve.Number(signature.AsSpan(32)));
        var publicKey = PublicKeyOf(random.Below(6) == 0 ? Scalar() : key);
        switch (random.Below(8))
        {
            case 0:
                (s, recoveryId) = (Curve.Order - s, recoveryId ^ 1);
                break;
            case 1:
                digest[random.Below(32)] ^= 1;
                break;
            case 2:
                r = Edge();
                break;
            case 3:
                s = Edge();
                break;
            case 4:
                publicKey[random.Below(65)] ^= 1;
                break;
            case 5:
                recoveryId = random.Below(6) - 1;
                break;
        }

        return new SignatureCase(kind, Hex(digest), Hex(r) + Hex(s), recoveryId, Hex(publicKey), "");
    }

    // With R = kG, the key is (sR - zG) / r: none for s = z / k.
    private SignatureCase RecoversToInfinity()
    {
        var (nonce, digest) = (Scalar(), Scalar());
        var point = PublicKeyOf(nonce);
        var r = Curve.Number(point.AsSpan(1, 32));
        var s = Curve.Reduce(digest * Curve.Inverse(nonce)) + (random.Below(4) == 0 ? 1 : 0);
        return new SignatureCase("recover", Hex(digest), Hex(r) + Hex(s), point[^1] & 1, "", "");
    }

    // The point compared is (zG + rQ) / s: at infinity for z = -rd, where Q = dG.
    private SignatureCase VerifiesAtInfinity()
    {
        var (key, r) = (Scalar(), Scalar());
        var digest = Curve.Reduce(-r * key) + (random.Below(4) == 0 ? 1 : 0);
        return new SignatureCase("verify", Hex(digest), Hex(r) + Hex(Scalar()), 0, Hex(PublicKeyOf(key)), "");
    }

    private SignatureCase PublicKey()
    {
        var publicKey = PublicKeyOf(Scalar());
        var compressed = new byte[Secp256k1.CompressedPublicKeyLength];
        Secp256k1.CompressPublicKey(publicKey, compressed);
        byte[] encoded = random.Below(8) switch
        {
            0 => publicKey,
            1 => compressed,
            2 => [(byte)random.Below(9), .. compressed[1..]],
            3 => [(byte)random.Below(9), .. publicKey[1..]],
            4 => [(byte)(2 + random.Below(2)), .. Curve.Bytes(Edge())],
            5 => [4, .. Curve.Bytes(Edge()), .. Curve.Bytes(Edge())],
            6 => [(byte)(2 + random.Below(2)), .. random.Bytes(32)],
            _ => random.Bytes(random.Below(67)),
        };
        return new SignatureCase("publicKey", "", "", 0, Hex(encoded), "");
    }

    private BigInteger Any() => random.Below(12) == 0 ? Edge() : Curve.Number(random.Bytes(32));

    private BigInteger Scalar() => (Curve.Number(random.Bytes(32)) % (Curve.Order - 1)) + 1;

    private BigInteger Edge() => Edges[random.Below(Edges.Length)];

    private static byte[] PublicKeyOf(BigInteger key)
    {
        var publicKey = new byte[Secp256k1.PublicKeyLength];
        Maker.WritePublicKey(Curve.Bytes(key), publicKey);
        return publicKey;
    }
}
