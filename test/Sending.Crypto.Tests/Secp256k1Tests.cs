using System.Numerics;
using System.Security.Cryptography;
using Sending.Crypto.Tests.Support;

namespace Sending.Crypto.Tests;

public sealed class Secp256k1Tests
{
    private static readonly byte[] Digest = SHA256.HashData("digest"u8);

    [Fact]
    public void TheEngineInUseHasAName() =>
        Assert.True(Secp256k1.Engine.StartsWith("libsecp256k1 (", StringComparison.Ordinal) || Secp256k1.Engine == "BouncyCastle");

    [Fact]
    public void GeneratedKeysSignAndVerify()
    {
        var (privateKey, publicKey) = Generate();
        var (_, other) = Generate();
        var signature = new byte[Secp256k1.SignatureLength];
        var recoveryId = Secp256k1.Sign(Digest, privateKey, signature);
        Assert.True(Secp256k1.HasLowS(signature));
        Assert.True(Secp256k1.Verify(Digest, signature, publicKey));
        Assert.False(Secp256k1.Verify(Digest, signature, other));
        var recovered = new byte[Secp256k1.PublicKeyLength];
        Assert.True(Secp256k1.TryRecover(Digest, signature, recoveryId, recovered));
        Assert.Equal(publicKey, recovered);
    }

    [Fact]
    public void CompressedKeysAreReadBack()
    {
        for (var i = 0; i < 20; i++)
        {
            var (_, publicKey) = Generate();
            var compressed = new byte[Secp256k1.CompressedPublicKeyLength];
            Secp256k1.CompressPublicKey(publicKey, compressed);
            var read = new byte[Secp256k1.PublicKeyLength];
            Assert.True(Secp256k1.TryReadPublicKey(compressed, read));
            Assert.Equal(publicKey, read);
        }
    }

    [Fact]
    public void SumsOfPrivateKeysAreModuloTheOrder()
    {
        var random = new Seeded();
        BigInteger[] edges = [1, 2, Curve.Order - 1, Curve.Order - 2, (Curve.Order - 1) / 2, (Curve.Order + 1) / 2];
        for (var i = 0; i < 2_000; i++)
        {
            var (left, right) = (Scalar(), Scalar());
            var sum = new byte[32];
            var expected = Curve.Reduce(left + right);
            Assert.True(Secp256k1.TryAddPrivateKeys(Curve.Bytes(left), Curve.Bytes(right), sum) == !expected.IsZero, $"Seed {random.Seed}");
            Assert.True(expected == Curve.Number(sum), $"Seed {random.Seed}");
        }

        BigInteger Scalar() => random.Coin() ? edges[random.Below(edges.Length)] : Curve.Reduce(Curve.Number(random.Bytes(32)));
    }

    [Fact]
    public void PrivateKeysAreBelowTheOrder()
    {
        Assert.True(Secp256k1.IsPrivateKey(Curve.Bytes(1)));
        Assert.True(Secp256k1.IsPrivateKey(Curve.Bytes(Curve.Order - 1)));
        foreach (var wrong in new[] { Curve.Bytes(0), Curve.Bytes(Curve.Order), Curve.Bytes(Curve.Order + 1), Curve.Bytes(Curve.Largest), new byte[31], new byte[33], [] })
        {
            Assert.False(Secp256k1.IsPrivateKey(wrong));
            Assert.Throws<ArgumentException>(() => Secp256k1.Sign(Digest, wrong, new byte[64]));
            Assert.Throws<ArgumentException>(() => Secp256k1.WritePublicKey(wrong, new byte[65]));
            Assert.Throws<ArgumentException>(() => Secp256k1.TryAddPrivateKeys(wrong, Curve.Bytes(1), new byte[32]));
            Assert.Throws<ArgumentException>(() => Secp256k1.TryAddPrivateKeys(Curve.Bytes(1), wrong, new byte[32]));
        }
    }

    [Fact]
    public void LowEndsAtHalfTheOrder()
    {
        var half = (Curve.Order - 1) / 2;
        Assert.True(Secp256k1.HasLowS([.. Curve.Bytes(1), .. Curve.Bytes(half)]));
        Assert.False(Secp256k1.HasLowS([.. Curve.Bytes(1), .. Curve.Bytes(half + 1)]));
    }

    [Fact]
    public void OtherLengthsAreMistakesOfTheCaller()
    {
        var (privateKey, publicKey) = Generate();
        foreach (var change in new[] { -1, 1 })
        {
            var (digest, signature, room) = (new byte[32 + change], new byte[64 + change], new byte[65 + change]);
            Assert.Throws<ArgumentException>(() => Secp256k1.Sign(digest, privateKey, new byte[64]));
            Assert.Throws<ArgumentException>(() => Secp256k1.Sign(Digest, privateKey, signature));
            Assert.Throws<ArgumentException>(() => Secp256k1.Verify(digest, new byte[64], publicKey));
            Assert.Throws<ArgumentException>(() => Secp256k1.Verify(Digest, signature, publicKey));
            Assert.Throws<ArgumentException>(() => Secp256k1.Verify(Digest, new byte[64], room));
            Assert.Throws<ArgumentException>(() => Secp256k1.TryRecover(digest, new byte[64], 0, new byte[65]));
            Assert.Throws<ArgumentException>(() => Secp256k1.TryRecover(Digest, signature, 0, new byte[65]));
            Assert.Throws<ArgumentException>(() => Secp256k1.TryRecover(Digest, new byte[64], 0, room));
            Assert.Throws<ArgumentException>(() => Secp256k1.WritePublicKey(privateKey, room));
            Assert.Throws<ArgumentException>(() => Secp256k1.TryReadPublicKey(publicKey, room));
            Assert.Throws<ArgumentException>(() => Secp256k1.GeneratePrivateKey(digest));
        }
    }

    private static (byte[] PrivateKey, byte[] PublicKey) Generate()
    {
        var (privateKey, publicKey) = (new byte[Secp256k1.PrivateKeyLength], new byte[Secp256k1.PublicKeyLength]);
        Secp256k1.GeneratePrivateKey(privateKey);
        Secp256k1.WritePublicKey(privateKey, publicKey);
        return (privateKey, publicKey);
    }
}
