using System.Security.Cryptography;
using System.Text;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Signer;

public sealed class EthECKeyTests
{
    private const string Order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

    /// <summary>The vectors for RFC 6979 over secp256k1 that Bitcoin's libraries share; the messages are hashed with SHA-256.</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", "Satoshi Nakamoto", "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8", "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", "All those moments will be lost in time, like tears in rain. Time to die...", "8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b", "547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21")]
    [InlineData("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140", "Satoshi Nakamoto", "fd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6af2d0", "6b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93bed5")]
    [InlineData("f8b8af8ce3c7cca5e300d33939540c10d45ce001b8f252bfbc57ba0342904181", "Alan Turing", "7063ae83e7f62bbb171798131b4a0564b956930092b33b07b395615d9ec7e15c", "58dfcc1e00a35e1572f366ffe34ba0fc47db1e7189759b9fb233c5b05ab388ea")]
    [InlineData("e91671c46231f833a6406ccbea0e3e392c76c167bac1cb013f6f1013980455c2", "There is a computer disease that anybody who works with computers knows about. It's a very serious disease and it interferes completely with the work. The trouble with computers is that you 'play' with them!", "b552edd27580141f3b2a5463048cb7cd3e047b97c9f98076c32dbdf85a68718b", "279fa72dd19bfae05577e06c7c0c1900c371fcd5893f7e1d56a37d30174671f6")]
    public void NoncesComeFromTheMessage(string privateKey, string message, string r, string s)
    {
        var key = new EthECKey(privateKey);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(message));
        var signature = key.SignAndCalculateV(hash);
        Assert.Equal((r, s), (signature.R.ToHex(), signature.S.ToHex()));
        Assert.True(signature.IsLowS);
        Assert.True(key.VerifyAllowingOnlyLowS(hash, signature));
        Assert.Equal(key.GetPublicAddress(), EthECKey.RecoverFromSignature(signature, hash).GetPublicAddress());
    }

    [Fact]
    public async Task EthersAccounts()
    {
        var checks = 0;
        foreach (var testCase in await TestCases.LoadAsync("accounts"))
        {
            if (testCase.Text("privateKey") is { } privateKey)
            {
                Assert.Equal(testCase.Text("checksumAddress"), EthECKey.GetPublicAddress(privateKey));
                checks++;
            }
        }

        // The other 7 cases are addresses without a key.
        Assert.Equal(1031, checks);
    }

    [Fact]
    public async Task AddressesLikeViem()
    {
        var random = new Seeded();
        var keys = Enumerable.Range(0, 200).Select(_ => random.Hex(32)).ToList();
        random.AssertSame(keys, await Viem.AskAsync("address", keys.Select(key => new { key })), EthECKey.GetPublicAddress);
    }

    [Fact]
    public void PublicKeys()
    {
        var key = new EthECKey("0x0000000000000000000000000000000000000000000000000000000000000001");
        Assert.Equal("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", key.GetPubKey(compresseed: true).ToHex());
        Assert.Equal("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", key.GetPublicAddress());
        foreach (var encoded in new[] { key.GetPubKey(), key.GetPubKey(compresseed: true), key.GetPubKeyNoPrefix() })
        {
            Assert.Equal(key.GetPublicAddress(), new EthECKey(encoded, isPrivate: false).GetPublicAddress());
        }
    }

    [Fact]
    public void GeneratedKeysSign()
    {
        var (first, second) = (EthECKey.GenerateKey(), EthECKey.GenerateKey());
        Assert.NotEqual(first.GetPrivateKey(), second.GetPrivateKey());
        var hash = SHA256.HashData([1, 2, 3]);
        var signature = first.Sign(hash);
        Assert.True(first.Verify(hash, signature));
        Assert.False(second.Verify(hash, signature));
        Assert.Equal(first.GetPublicAddress(), new EthECKey(first.GetPrivateKeyAsBytes(), isPrivate: true).GetPublicAddress());
    }

    [Fact]
    public void VSaysTheChainOrTheParity()
    {
        var key = new EthECKey("0x4646464646464646464646464646464646464646464646464646464646464646");
        var hash = SHA256.HashData("chain"u8);
        var parity = EthECKey.GetRecIdFromV(key.SignAndCalculateYParityV(hash).V);
        Assert.Equal(27 + parity, Assert.Single(key.SignAndCalculateV(hash).V));
        var ofChain = key.SignAndCalculateV(hash, 31337);
        Assert.Equal(parity, EthECKey.GetRecIdFromVChain(ofChain.V, 31337));
        Assert.Equal(31337, EthECKey.GetChainFromVChain((31337 * 2) + 35 + parity));
        Assert.Equal(key.GetPublicAddress(), EthECKey.RecoverFromSignature(ofChain, hash, 31337).GetPublicAddress());
        Assert.Throws<ArgumentException>(() => EthECKey.RecoverFromSignature(ofChain, hash, 1));
        Assert.Equal(key.GetPublicAddress(), EthECKey.RecoverFromParityYSignature(key.SignAndCalculateYParityV(hash), hash).GetPublicAddress());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("0x01")]
    [InlineData("0x0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0x00000000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData(Order)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void OtherPrivateKeysAreRefused(string key) => Assert.Throws<ArgumentException>(() => new EthECKey(key));

    [Fact]
    public void ARefusedPrivateKeyIsNotInTheMessage()
    {
        var error = Assert.ThrowsAny<FormatException>(() => new EthECKey("0x46464646464646464646464646464646464646464646464646464646464646zz"));
        Assert.DoesNotContain("4646", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("0579be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")]
    [InlineData("020000000000000000000000000000000000000000000000000000000000000005")]
    [InlineData("0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b9")]
    [InlineData("00")]
    public void OtherPublicKeysAreRefused(string key) => Assert.ThrowsAny<Exception>(() => new EthECKey(key.HexToByteArray(), isPrivate: false));

    [Fact]
    public void APublicKeyDoesNotSign()
    {
        var key = new EthECKey(EthECKey.GenerateKey().GetPubKey(), isPrivate: false);
        Assert.ThrowsAny<Exception>(() => key.Sign(new byte[32]));
        Assert.ThrowsAny<Exception>(key.GetPrivateKey);
    }

    [Fact]
    public void OnlyHashesAreSigned() => Assert.ThrowsAny<Exception>(() => EthECKey.GenerateKey().Sign(new byte[31]));

    [Fact]
    public void ImpossibleSignaturesAreRefused()
    {
        var hash = SHA256.HashData("hash"u8);
        var key = EthECKey.GenerateKey();
        var signature = key.SignAndCalculateV(hash);
        var order = Order.HexToByteArray();
        Assert.ThrowsAny<Exception>(() => EthECKey.RecoverFromSignature(EthECDSASignatureFactory.FromComponents([0], signature.S, 27), hash));
        Assert.ThrowsAny<Exception>(() => EthECKey.RecoverFromSignature(EthECDSASignatureFactory.FromComponents(signature.R, [0], 27), hash));
        Assert.ThrowsAny<Exception>(() => EthECKey.RecoverFromSignature(EthECDSASignatureFactory.FromComponents(order, signature.S, 27), hash));
        Assert.ThrowsAny<Exception>(() => EthECKey.RecoverFromSignature(EthECDSASignatureFactory.FromComponents(signature.R, order, 27), hash));
        Assert.ThrowsAny<Exception>(() => EthECKey.RecoverFromSignature(EthECDSASignatureFactory.FromComponents(signature.R, signature.S, 26), hash));
        Assert.ThrowsAny<Exception>(() => EthECKey.RecoverFromSignature(signature, 4, hash));
        Assert.False(key.Verify(hash, EthECDSASignatureFactory.FromComponents([0], [0])));
        Assert.False(key.Verify(hash, EthECDSASignatureFactory.FromComponents(order, signature.S)));
    }

    [Fact]
    public void HighSVerifiesButIsNotAllowed()
    {
        var hash = SHA256.HashData("hash"u8);
        var key = EthECKey.GenerateKey();
        var low = key.Sign(hash);
        var high = Order.HexToBigInteger(isHexLittleEndian: false) - low.S.ToHex().HexToBigInteger(isHexLittleEndian: false);
        var other = EthECDSASignatureFactory.FromComponents(low.R, high.ToByteArray(isUnsigned: true, isBigEndian: true));
        Assert.False(other.IsLowS);
        Assert.True(key.Verify(hash, other));
        Assert.False(key.VerifyAllowingOnlyLowS(hash, other));
    }
}
