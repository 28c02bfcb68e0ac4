using System.Security.Cryptography;
using Sending.Crypto.Tests.Support;

namespace Sending.Crypto.Tests;

public sealed class EthereumSignatureTests
{
    private static readonly byte[] Digest = SHA256.HashData("digest"u8);
    private static readonly byte[] PrivateKey = Curve.Bytes(1);

    // The address of the private key 1.
    private const string Address = "7e5f4552091a69125d5dfcb7b8c2659029395bdf";

    public static TheoryData<Engine> Engines => Engine.Theory;

    [Theory]
    [MemberData(nameof(Engines))]
    public void OneFormPasses(Engine engine)
    {
        var signature = Sign();
        Assert.Contains(signature[^1], (byte[])[27, 28]);
        Assert.Equal(Address, Recover(engine, signature));
        Assert.NotEqual(Address, Recover(engine, [.. signature[..^1], (byte)(55 - signature[^1])]));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void OtherFormsDoNot(Engine engine)
    {
        var signature = Sign();
        var (r, s, v) = (signature[..32], signature[32..64], signature[64]);
        for (var other = 0; other < 256; other++)
        {
            if (other is not (27 or 28))
            {
                Assert.Null(Recover(engine, [.. r, .. s, (byte)other]));
            }
        }

        foreach (var scalar in new[] { 0, Curve.Order, Curve.Order + 1, Curve.Largest })
        {
            Assert.Null(Recover(engine, [.. Curve.Bytes(scalar), .. s, v]));
            Assert.Null(Recover(engine, [.. r, .. Curve.Bytes(scalar), v]));
        }

        Assert.Null(Recover(engine, [.. r, .. Curve.Bytes(Curve.Order - Curve.Number(s)), (byte)(55 - v)]));
        Assert.Null(Recover(engine, [.. signature, 0]));
        Assert.Null(Recover(engine, signature[..^1]));
        Assert.Null(Recover(engine, []));

        // EIP-2098's short form says parity and s in one word.
        Assert.Null(Recover(engine, [.. r, (byte)(s[0] | ((v - 27) << 7)), .. s[1..]]));
    }

    [Fact]
    public void NobodysAddressIsLeftAlone()
    {
        var address = new byte[EthereumAddress.Length];
        address.AsSpan().Fill(7);
        Assert.False(EthereumSignature.TryRecover(Digest, new byte[65], address));
        Assert.All(address, one => Assert.Equal(7, one));
    }

    [Fact]
    public void OtherLengthsAreMistakesOfTheCaller()
    {
        Assert.Throws<ArgumentException>(() => EthereumSignature.TryRecover(new byte[31], Sign(), new byte[20]));
        Assert.Throws<ArgumentException>(() => EthereumSignature.TryRecover(Digest, Sign(), new byte[32]));
        Assert.Throws<ArgumentException>(() => EthereumSignature.Sign(Digest, PrivateKey, new byte[64]));
        Assert.Throws<ArgumentException>(() => EthereumAddress.Write(new byte[64], new byte[20]));
    }

    private static byte[] Sign()
    {
        var signature = new byte[EthereumSignature.Length];
        EthereumSignature.Sign(Digest, PrivateKey, signature);
        return signature;
    }

    private static string? Recover(Engine engine, byte[] signature)
    {
        var address = new byte[EthereumAddress.Length];
        return EthereumSignature.TryRecover(engine.Implementation, Digest, signature, address) ? Convert.ToHexStringLower(address) : null;
    }
}
