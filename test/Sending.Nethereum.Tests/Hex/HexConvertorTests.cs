using System.Numerics;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Hex;

public sealed class HexConvertorTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("0x", "")]
    [InlineData("0x00ff", "00ff")]
    [InlineData("00FF", "00ff")]
    [InlineData("0x1", "01")]
    [InlineData("fff", "0fff")]
    public void TextToBytesAndBack(string text, string expected) => Assert.Equal(expected, text.HexToByteArray().ToHex());

    [Theory]
    [InlineData("0xzz")]
    [InlineData("0x 12")]
    [InlineData("0X12")]
    [InlineData("-0x12")]
    public void OtherTextIsRefused(string text) => Assert.Contains("is not hexadecimal", Assert.Throws<FormatException>(text.HexToByteArray).Message);

    [Theory]
    [InlineData(0, "0x0")]
    [InlineData(1, "0x1")]
    [InlineData(255, "0xff")]
    [InlineData(4096, "0x1000")]
    public void NumbersAreCompact(int value, string expected)
    {
        Assert.Equal(expected, new BigInteger(value).ToHex(littleEndian: false));
        Assert.Equal(value, expected.HexToBigInteger(isHexLittleEndian: false));
    }

    [Fact]
    public void TheHighestBitIsNoSign()
    {
        Assert.Equal((BigInteger.One << 256) - 1, ("0x" + new string('f', 64)).HexToBigInteger(isHexLittleEndian: false));
        Assert.Equal("0x80", new BigInteger(128).ToHex(littleEndian: false));
    }

    [Fact]
    public void ANegativeNumberIsRefused() => Assert.ThrowsAny<Exception>(() => BigInteger.MinusOne.ToHex(littleEndian: false));

    [Fact]
    public void LittleEndianIsReversed() => Assert.Equal(0x3412, "0x1234".HexToBigInteger(isHexLittleEndian: true));

    [Fact]
    public void Utf8()
    {
        Assert.Equal("0x6dc3a9e282ac", "mé€".ToHexUTF8());
        Assert.Equal("mé€", "0x6dc3a9e282ac".HexToUTF8String());
    }

    [Theory]
    [InlineData("0xAB", "ab", true)]
    [InlineData("0xab", "0xac", false)]
    public void SameHex(string first, string second, bool same) => Assert.Equal(same, first.IsTheSameHex(second));

    [Fact]
    public void Prefixes()
    {
        Assert.Equal("0xab", "ab".EnsureHexPrefix());
        Assert.Equal("0xab", "0xab".EnsureHexPrefix());
        Assert.Equal("ab", "0xab".RemoveHexPrefix());
        Assert.Equal("1f", new byte[] { 0, 0x1f }.ToHexCompact());
    }

    [Fact]
    public async Task EthersBigNumbers()
    {
        var (read, refused, other) = (0, 0, 0);
        foreach (var testCase in await TestCases.LoadAsync("bignumber"))
        {
            var (name, value, expected) = (testCase.Text("testcase")!, testCase.Text("value")!, testCase.Text("expectedValue"));
            if (name.StartsWith("HexStrings", StringComparison.Ordinal) && !value.StartsWith('-'))
            {
                Assert.Equal(expected!.HexToBigInteger(isHexLittleEndian: false), value.HexToBigInteger(isHexLittleEndian: false));
                read++;
            }
            else if (name.StartsWith("Invalid", StringComparison.Ordinal) && testCase.GetProperty("value").ValueKind == JsonValueKind.String && value != "0x")
            {
                Assert.Throws<FormatException>(() => value.HexToBigInteger(isHexLittleEndian: false));
                refused++;
            }
            else
            {
                // JavaScript's numbers, decimal text and negative hexadecimal text have no counterpart; "0x" is zero here.
                other++;
            }
        }

        Assert.Equal((6, 7, 24), (read, refused, other));
    }
}
