using System.Text;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Signer;

public sealed class MessageSignerTests
{
    private static readonly EthECKey s_key = new("0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318");

    /// <summary>The example in the documentation of web3.js.</summary>
    [Fact]
    public void SomeData()
    {
        var signer = new EthereumMessageSigner();
        Assert.Equal("0x1da44b586eb0729ff70a73c326926f6ed5a25f5b056e7f47fbc6e58d86871655", signer.HashPrefixedMessage("Some data").ToHex(prefix: true));
        var signature = signer.EncodeUTF8AndSign("Some data", s_key);
        Assert.Equal("0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c", signature);
        Assert.Equal("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23", signer.EncodeUTF8AndEcRecover("Some data", signature));
    }

    [Fact]
    public void TheLengthCountsBytes() => Assert.Equal(
        new EthereumMessageHasher().HashPrefixedMessage("é"u8.ToArray()).ToHex(),
        Sha3Keccack.Current.CalculateHash("\u0019Ethereum Signed Message:\n2é"));

    [Fact]
    public void HashesAreSignedAsTheyAre()
    {
        var signer = new MessageSigner();
        var message = Encoding.UTF8.GetBytes("message");
        var signature = signer.HashAndSign("message", s_key.GetPrivateKey());
        Assert.Equal(signature, signer.Sign(signer.Hash(message), s_key));
        Assert.Equal(signature, EthECDSASignature.CreateStringSignature(signer.SignAndCalculateV(signer.Hash(message), s_key.GetPrivateKeyAsBytes())));
        Assert.Equal(s_key.GetPublicAddress(), signer.HashAndEcRecover("message", signature));
        Assert.NotEqual(s_key.GetPublicAddress(), signer.HashAndEcRecover("other", signature));
    }

    [Fact]
    public void HashedAndPrefixed()
    {
        var signer = new EthereumMessageSigner();
        byte[] message = [1, 2, 3];
        Assert.Equal(signer.HashPrefixedMessage(signer.Hash(message)), signer.HashAndHashPrefixedMessage(message));
        Assert.Equal(signer.Sign(signer.Hash(message), s_key), signer.HashAndSign(message, s_key));
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("0x1234")]
    [InlineData("not a signature")]
    [InlineData("0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029")]
    [InlineData("0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a02930")]
    [InlineData("0x0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void MalformedSignaturesAreRefused(string signature) =>
        Assert.ThrowsAny<Exception>(() => new EthereumMessageSigner().EncodeUTF8AndEcRecover("Some data", signature));

    [Fact]
    public void AParityIsReadAsV()
    {
        var signature = new EthereumMessageSigner().EncodeUTF8AndSign("Some data", s_key);
        Assert.Equal(s_key.GetPublicAddress(), new EthereumMessageSigner().EncodeUTF8AndEcRecover("Some data", signature[..^2] + "01"));
    }

    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var texts = Enumerable.Range(0, 100).Select(_ => (Key: random.Hex(32), Text: random.Text(60))).ToList();
        var expected = await Viem.AskAsync("text", texts.Select(item => new { key = item.Key, text = item.Text }));
        random.AssertSame(texts, expected, item => new EthereumMessageSigner().EncodeUTF8AndSign(item.Text, new EthECKey(item.Key)));

        var raws = Enumerable.Range(0, 100).Select(_ => (Key: random.Hex(32), Data: random.Hex(random.Below(300)))).ToList();
        expected = await Viem.AskAsync("raw", raws.Select(item => new { key = item.Key, data = item.Data }));
        random.AssertSame(raws, expected, item => new EthereumMessageSigner().Sign(item.Data.HexToByteArray(), new EthECKey(item.Key)));
        Assert.All(raws.Zip(expected), pair => Assert.Equal(
            EthECKey.GetPublicAddress(pair.First.Key), new EthereumMessageSigner().EcRecover(pair.First.Data.HexToByteArray(), pair.Second)));
    }
}
