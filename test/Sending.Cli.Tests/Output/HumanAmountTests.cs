using System.Globalization;
using System.Numerics;
using CsCheck;
using Sending.Cli.Output;

namespace Sending.Cli.Tests.Output;

public class HumanAmountTests
{
    [Theory]
    [InlineData("25000000000000000000000", "25,000")]
    [InlineData("500000000000000000", "0.5")]
    [InlineData("0", "0")]
    [InlineData("1234567000000000000000001", "~1,234,567")]
    [InlineData("1123456789000000000", "~1.123456")]
    [InlineData("123456789000000", "~0.000123")]
    [InlineData("1", "0.000000000000000001")]
    [InlineData("212345678", "~0.00000000021")]
    [InlineData("-1500000000000000000", "-1.5")]
    public void IsShortAndMarksWhatItCuts(string units, string text) =>
        Assert.Equal(text, HumanAmount.Format(BigInteger.Parse(units, CultureInfo.InvariantCulture)));

    [Fact]
    public void NeverShowsMoreThanThereIsAndNeverNothingForSomething() =>
        Gen.ULong.Sample(units =>
        {
            var shown = decimal.Parse(HumanAmount.Format(units).TrimStart('~'), CultureInfo.InvariantCulture);
            var real = units / 1_000_000_000_000_000_000m;
            return shown <= real && (units == 0 || shown > 0) && real - shown < 0.000001m;
        });
}
