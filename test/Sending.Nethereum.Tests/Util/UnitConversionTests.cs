using System.Globalization;
using System.Numerics;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;
using EthUnit = Nethereum.Util.UnitConversion.EthUnit;

namespace Sending.Nethereum.Tests.Util;

public sealed class UnitConversionTests
{
    private static readonly Dictionary<string, int> s_decimals =
        new() { ["kwei"] = 3, ["mwei"] = 6, ["satoshi"] = 8, ["gwei"] = 9, ["szabo"] = 12, ["finney"] = 15, ["ether"] = 18 };

    [Fact]
    public async Task EthersUnits()
    {
        var checks = 0;
        foreach (var testCase in await TestCases.LoadAsync("units"))
        {
            var wei = BigInteger.Parse(testCase.Text("wei")!, CultureInfo.InvariantCulture);
            foreach (var (unit, decimals) in s_decimals)
            {
                if (testCase.Text(unit) is { } amount)
                {
                    Assert.Equal(wei, UnitConversion.Convert.ToWei(Decimal(amount), decimals));
                    checks++;
                }

                if (testCase.Text(unit + "_format") is { } formatted)
                {
                    Assert.Equal(Decimal(formatted), UnitConversion.Convert.FromWei(wei, decimals));
                    checks++;
                }
            }
        }

        Assert.Equal(56, checks);
    }

    [Theory]
    [InlineData("1.5", EthUnit.Ether, "1500000000000000000")]
    [InlineData(".5", EthUnit.Gwei, "500000000")]
    [InlineData("-2", EthUnit.Wei, "-2")]
    [InlineData("1.23", EthUnit.Wei, "1")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457.584007913129639935", EthUnit.Ether, "115792089237316195423570985008687907853269984665640564039457584007913129639935")]
    public void TextIsReadExactly(string amount, EthUnit unit, string wei) =>
        Assert.Equal(BigInteger.Parse(wei, CultureInfo.InvariantCulture), UnitConversion.Convert.ToWei(amount, unit));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("abc")]
    public void OtherTextIsRefused(string amount) => Assert.Throws<FormatException>(() => UnitConversion.Convert.ToWei(amount));

    [Theory]
    [InlineData(EthUnit.Wei, 0)]
    [InlineData(EthUnit.Babbage, 6)]
    [InlineData(EthUnit.Shannon, 9)]
    [InlineData(EthUnit.Milli, 15)]
    [InlineData(EthUnit.Ether, 18)]
    [InlineData(EthUnit.Tether, 30)]
    public void UnitsArePowersOfTen(EthUnit unit, int exponent) => Assert.Equal(BigInteger.Pow(10, exponent), UnitConversion.Convert.GetEthUnitValue(unit));

    [Fact]
    public void Numbers()
    {
        Assert.Equal(BigInteger.Parse("25000000000000000000000", CultureInfo.InvariantCulture), UnitConversion.Convert.ToWei(25_000));
        Assert.Equal(1_500_000, UnitConversion.Convert.ToWei(1.5m, 6));
        Assert.Equal(0.000000000000000001m, UnitConversion.Convert.FromWei(BigInteger.One));
        Assert.Throws<OverflowException>(() => UnitConversion.Convert.FromWei(BigInteger.Pow(10, 60)));
    }

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
