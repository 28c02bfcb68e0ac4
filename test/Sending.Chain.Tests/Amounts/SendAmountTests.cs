using System.Numerics;
using CsCheck;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Tests.Amounts;

public class SendAmountTests
{
    private static readonly Gen<BigInteger> Amounts = Gen.Byte.Array[0, 32].Select(bytes => new BigInteger(bytes, isUnsigned: true));

    [Theory]
    [InlineData("25000", "25000000000000000000000")]
    [InlineData("0.5", "500000000000000000")]
    [InlineData("0", "0")]
    [InlineData("1.000000000000000001", "1000000000000000001")]
    [InlineData(" 7 ", "7000000000000000000")]
    [InlineData("007.10", "7100000000000000000")]
    public void Reads_decimal_text(string text, string units)
        => Assert.Equal(BigInteger.Parse(units), SendAmount.Parse(text));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("-1", "negative")]
    [InlineData("-0.1", "negative")]
    [InlineData("1.0000000000000000001", "19 decimals")]
    [InlineData("abc", "not a decimal number")]
    [InlineData("1e18", "not a decimal number")]
    [InlineData("1,000", "not a decimal number")]
    [InlineData("0x10", "not a decimal number")]
    [InlineData("1.", "not a decimal number")]
    [InlineData(".5", "not a decimal number")]
    [InlineData("1.2.3", "not a decimal number")]
    [InlineData("١٢", "not a decimal number")]
    [InlineData("+1", "not a decimal number")]
    [InlineData("115792089237316195423570985008687907853269984665640564039458", "larger")]
    public void Refuses_other_text_and_says_why(string text, string why)
    {
        var error = Assert.Throws<SendingException>(() => SendAmount.Parse(text));
        Assert.Equal(ErrorCode.InvalidInput, error.Code);
        Assert.Contains(why, error.Message);
        Assert.Equal(text, error.Details["amount"]);
    }

    [Fact]
    public void Refuses_a_number_of_a_million_digits_at_once()
        => Assert.Throws<SendingException>(() => SendAmount.Parse(new string('9', 1_000_000)));

    [Fact]
    public void A_positive_amount_is_not_zero()
    {
        Assert.Contains("more than 0", Assert.Throws<SendingException>(() => SendAmount.ParsePositive("0.0")).Message);
        Assert.Equal(BigInteger.One, SendAmount.ParsePositive("0.000000000000000001"));
    }

    [Theory]
    [InlineData("25000000000000000000000", "25000", "25,000")]
    [InlineData("1234567500000000000000000", "1234567.5", "1,234,567.5")]
    [InlineData("1", "0.000000000000000001", "0.000000000000000001")]
    [InlineData("0", "0", "0")]
    [InlineData("-1500000000000000000", "-1.5", "-1.5")]
    public void Writes_decimal_text(string units, string plain, string grouped)
    {
        Assert.Equal(plain, SendAmount.Format(BigInteger.Parse(units)));
        Assert.Equal(grouped, SendAmount.Format(BigInteger.Parse(units), grouped: true));
    }

    [Fact]
    public void Reading_undoes_writing()
        => Amounts.Sample(amount => Assert.Equal(amount, SendAmount.Parse(SendAmount.Format(amount))));

    [Fact]
    public void Written_text_has_no_needless_digit()
        => Amounts.Sample(amount =>
        {
            var text = SendAmount.Format(amount);
            Assert.Matches(@"^(0|[1-9]\d*)(\.\d*[1-9])?$", text);
        });
}
