using System.Text.Json;
using System.Text.Json.Nodes;
using Nethereum.ABI.EIP712;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Nethereum.Signer.EIP712;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;
using Sending.Testing;

namespace Sending.Nethereum.Tests.Signer;

public sealed class TypedDataTests
{
    private static readonly EthECKey s_key = new(MailExample.PrivateKey);

    [Fact]
    public void TheExampleOfEip712FromObjects()
    {
        var typedData = MailExample.TypedData;
        var encoder = Eip712TypedDataEncoder.Current;
        Assert.Equal(MailExample.EncodedType, encoder.GetEncodedType("Mail", typeof(MailExample.Mail), typeof(MailExample.Person)));
        Assert.Equal(MailExample.DomainSeparator, encoder.HashDomainSeparator(typedData).ToHex(prefix: true));
        Assert.Equal(MailExample.MessageHash, encoder.HashStruct(MailExample.Message, "Mail", typeof(MailExample.Mail), typeof(MailExample.Person)).ToHex(prefix: true));
        Assert.Equal(MailExample.Hash, encoder.EncodeAndHashTypedData(MailExample.Message, typedData).ToHex(prefix: true));
        Assert.Equal(MailExample.Signature, Eip712TypedDataSigner.Current.SignTypedDataV4(MailExample.Message, typedData, s_key));
        Assert.Equal(MailExample.Address, Eip712TypedDataSigner.Current.RecoverFromSignatureV4(MailExample.Message, typedData, MailExample.Signature));
        Assert.Equal(MailExample.Signature, Eip712TypedDataSigner.Current.SignTypedData(MailExample.Message, typedData.Domain, "Mail", s_key));
    }

    [Fact]
    public void TheExampleOfEip712FromJson()
    {
        var hashes = Eip712TypedDataEncoder.Current.CalculateTypedDataHashes(MailExample.Json);
        Assert.Equal(MailExample.DomainSeparator, hashes.DomainHash.ToHex(prefix: true));
        Assert.Equal(MailExample.MessageHash, hashes.MessageHash.ToHex(prefix: true));
        Assert.Equal(MailExample.Hash, hashes.TypedDataHash.ToHex(prefix: true));
        Assert.Equal(MailExample.Hash, Eip712TypedDataEncoder.Current.EncodeAndHashTypedData(MailExample.Json).ToHex(prefix: true));
        Assert.Equal(MailExample.Signature, Eip712TypedDataSigner.Current.SignTypedDataV4(MailExample.Json, s_key));
        Assert.Equal(MailExample.Address, Eip712TypedDataSigner.Current.RecoverFromSignatureV4(MailExample.Json, MailExample.Signature));
    }

    [Fact]
    public void TheMessageCanBeSetFirst()
    {
        var typedData = MailExample.TypedData;
        typedData.SetMessage(MailExample.Message);
        Assert.Equal(MailExample.Signature, Eip712TypedDataSigner.Current.SignTypedDataV4(typedData, s_key));
        Assert.Equal(MailExample.Address, Eip712TypedDataSigner.Current.RecoverFromSignatureV4(typedData, MailExample.Signature));
        Assert.Equal(MailExample.Hash, Sha3Keccack.Current.CalculateHash(Eip712TypedDataEncoder.Current.EncodeTypedDataRaw(typedData)).ToHex(prefix: true));
    }

    [Fact]
    public async Task EthersTypedData()
    {
        var cases = await TestCases.LoadAsync("eip712");
        Assert.Equal(1025, cases.Count);
        Assert.All(cases, testCase =>
        {
            var json = JsonSerializer.Serialize(new
            {
                types = testCase.GetProperty("types"),
                primaryType = testCase.Text("primaryType"),
                domain = testCase.GetProperty("domain"),
                message = testCase.GetProperty("data"),
            });
            var hashes = Eip712TypedDataEncoder.Current.CalculateTypedDataHashes(json);
            Assert.Equal(testCase.Text("digest"), hashes.TypedDataHash.ToHex(prefix: true));
            Assert.Equal(Sha3Keccack.Current.CalculateHashFromHex(testCase.Text("encoded")), hashes.MessageHash.ToHex());
        });
    }

    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var maker = new RandomTypedData(random);
        var inputs = Enumerable.Range(0, TestScale.Of(1_800)).Select(_ => (Json: maker.MakeJson(), Key: random.Hex(32))).ToList();
        var expected = await Viem.AskAsync("typedData", inputs.Select(item => new { json = item.Json, key = item.Key }));
        random.AssertSame(inputs, expected, item =>
            Eip712TypedDataEncoder.Current.EncodeAndHashTypedData(item.Json).ToHex(prefix: true) + " "
            + Eip712TypedDataSigner.Current.SignTypedDataV4(item.Json, new EthECKey(item.Key)));
    }

    /// <summary>Each change makes the example something that must not be signed; null takes the value away.</summary>
    [Theory]
    [InlineData("message.contents", null)]
    [InlineData("message.contents", "5")]
    [InlineData("message.from", "\"Cow\"")]
    [InlineData("message.from.wallet", "\"0x1234\"")]
    [InlineData("message.from.wallet", "\"nobody\"")]
    [InlineData("message.from.name", "[\"Cow\"]")]
    [InlineData("domain.chainId", "-1")]
    [InlineData("domain.chainId", "\"one\"")]
    [InlineData("domain.chainId", "1.5")]
    [InlineData("domain.chainId", "\"0x10000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("domain", null)]
    [InlineData("message", null)]
    [InlineData("types", null)]
    [InlineData("types.Person", null)]
    [InlineData("primaryType", null)]
    [InlineData("primaryType", "\"Letter\"")]
    [InlineData("types.Person", "[{\"name\":\"name\",\"type\":\"text\"}]")]
    [InlineData("types.Person", "[{\"name\":\"name\",\"type\":\"string[]\"}]")]
    [InlineData("types.Person", "[{\"name\":\"wallet\",\"type\":\"bytes21\"}]")]
    [InlineData("types.Person", "[{\"name\":\"wallet\",\"type\":\"bytes33\"}]")]
    [InlineData("types.Person", "[{\"name\":\"wallet\",\"type\":\"uint7\"}]")]
    [InlineData("types.Person", "[{\"name\":\"wallet\",\"type\":\"int264\"}]")]
    [InlineData("types.Person", "[{\"name\":\"name\",\"type\":\"bool\"}]")]
    [InlineData("types.Person", "[{\"name\":null,\"type\":\"string\"}]")]
    [InlineData("types.Person", "[{\"name\":\"name\"}]")]
    [InlineData("types.Person", "[null]")]
    [InlineData("types.Person", "null")]
    [InlineData("types.Mail", "[{\"name\":\"contents\",\"type\":\"]\"}]")]
    [InlineData("primaryType", "{}")]
    public void WrongTypedDataIsRefused(string path, string? value)
    {
        var document = JsonNode.Parse(MailExample.Json)!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(document, (node, step) => node[step]!).AsObject();
        parent.Remove(steps[^1]);
        if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        Assert.Throws<FormatException>(() => Eip712TypedDataEncoder.Current.EncodeTypedData(document.ToJsonString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public void OtherTextIsRefused(string json) => Assert.ThrowsAny<Exception>(() => Eip712TypedDataEncoder.Current.EncodeTypedData(json));

    /// <summary>A struct may hold itself in arrays; a value that is null, or holds null, is nothing that can be signed.</summary>
    [Theory]
    [InlineData("""{"name":"a","children":[]}""", true)]
    [InlineData("""{"name":"a","children":[{"name":"b","children":[{"name":"c","children":[]}]},{"name":"d","children":[]}]}""", true)]
    [InlineData("""{"name":"a","children":[null]}""", false)]
    [InlineData("""{"name":"a","children":null}""", false)]
    [InlineData("""{"name":null,"children":[]}""", false)]
    [InlineData("""{"name":"a"}""", false)]
    public async Task RecursiveStructs(string message, bool isSound)
    {
        var json = $$"""{"types":{"EIP712Domain":[],"Tree":[{"name":"name","type":"string"},{"name":"children","type":"Tree[]"}]},"primaryType":"Tree","domain":{},"message":{{message}}}""";
        if (!isSound)
        {
            Assert.Throws<FormatException>(() => Eip712TypedDataEncoder.Current.EncodeTypedData(json));
            return;
        }

        var expected = await Viem.AskAsync("typedData", [new { json, key = MailExample.PrivateKey }]);
        Assert.Equal(expected.Single().Split(' ')[0], Eip712TypedDataEncoder.Current.EncodeAndHashTypedData(json).ToHex(prefix: true));
    }

    [Fact]
    public void AMissingValueNamesItsMember()
    {
        var message = MailExample.Message;
        message.To!.Wallet = null;
        var error = Assert.ThrowsAny<Exception>(() => Eip712TypedDataEncoder.Current.EncodeTypedData(message, MailExample.TypedData));
        Assert.Contains("Mail.to: Person.wallet", error.Message, StringComparison.Ordinal);
    }
}
