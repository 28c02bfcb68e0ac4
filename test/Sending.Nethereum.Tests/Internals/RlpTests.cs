using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RLP;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Internals;

public sealed class RlpTests
{
    [Fact]
    public async Task EthersCases()
    {
        var cases = await TestCases.LoadAsync("rlp-coder");
        Assert.Equal(61, cases.Count);
        Assert.All(cases, testCase =>
        {
            var encoded = testCase.Text("encoded")!;
            Assert.Equal(encoded, Encode(testCase.GetProperty("decoded")).ToHex(prefix: true));
            Assert.Equal(encoded, Encode(RlpDecoder.Decode(encoded.HexToByteArray())).ToHex(prefix: true));
        });
    }

    [Theory]
    [InlineData("0x", "no item")]
    [InlineData("0x8100", "a single small byte carries a length")]
    [InlineData("0x82ff", "2 bytes announced, 1 there")]
    [InlineData("0xb8", "the length is cut short")]
    [InlineData("0xb800", "not in its shortest form")]
    [InlineData("0xb90001ff", "not in its shortest form")]
    [InlineData("0xbfffffffffffffffff", "announced")]
    [InlineData("0xc2ff", "2 bytes announced, 1 there")]
    [InlineData("0xc1", "1 bytes announced, 0 there")]
    [InlineData("0xc182", "2 bytes announced, 0 there")]
    [InlineData("0x8080", "1 bytes follow the item")]
    [InlineData("0xf800", "not in its shortest form")]
    public void MalformedBytesAreRefused(string encoded, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => RlpDecoder.Decode(encoded.HexToByteArray())).Message);

    [Fact]
    public void DeepNestingIsRefused()
    {
        byte[] nested = [0xc0];
        for (var depth = 0; depth < 1000; depth++)
        {
            nested = RlpEncoder.EncodeList(nested);
        }

        Assert.Contains("nested too deep", Assert.Throws<FormatException>(() => RlpDecoder.Decode(nested)).Message);
    }

    [Fact]
    public void IntegersHaveNoZerosInFront()
    {
        Assert.Equal("80", RlpEncoder.EncodeInteger(0).ToHex());
        Assert.Equal("820400", RlpEncoder.EncodeInteger(1024).ToHex());
        Assert.Equal(1024, RlpDecoder.Decode([0x82, 4, 0]).Integer);
        Assert.Throws<FormatException>(() => RlpDecoder.Decode([0x82, 0, 4]).Integer);
    }

    private static byte[] Encode(JsonElement item) => item.ValueKind == JsonValueKind.Array
        ? RlpEncoder.EncodeList(item.EnumerateArray().Select(Encode))
        : RlpEncoder.EncodeBytes(item.GetString()!.HexToByteArray());

    private static byte[] Encode(RlpItem item) => item.IsList ? RlpEncoder.EncodeList(item.Items.Select(Encode)) : RlpEncoder.EncodeBytes(item.Bytes);
}
