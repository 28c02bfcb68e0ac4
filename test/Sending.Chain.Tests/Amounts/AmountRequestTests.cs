using System.Numerics;
using CsCheck;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Tests.Amounts;

public class AmountRequestTests
{
    [Theory]
    [InlineData("25", "25")]
    [InlineData("all", "1000")]
    [InlineData("ALL", "1000")]
    [InlineData("100%", "1000")]
    [InlineData("50%", "500")]
    [InlineData("0.1%", "1")]
    public void Resolves_against_what_is_there(string text, string expected)
        => Assert.Equal(SendAmount.Parse(expected), AmountRequest.Parse(text).Resolve(SendAmount.Parse("1000")));

    [Theory]
    [InlineData("0")]
    [InlineData("0%")]
    [InlineData("101%")]
    [InlineData("-5%")]
    [InlineData("%")]
    [InlineData("half")]
    [InlineData("")]
    public void Refuses_other_text(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => AmountRequest.Parse(text)).Code);

    [Theory]
    [InlineData("all", true)]
    [InlineData("100%", true)]
    [InlineData("99.9%", false)]
    [InlineData("100", false)]
    public void Knows_when_everything_is_meant(string text, bool all)
        => Assert.Equal(all, AmountRequest.Parse(text).IsAll);

    [Fact]
    public void A_percentage_never_takes_more_than_its_part()
        => Gen.Select(Gen.Int[1, 100], Gen.ULong).Sample((percent, available) =>
        {
            var part = AmountRequest.Parse($"{percent}%").Resolve(available);
            Assert.True(part * 100 <= new BigInteger(available) * percent);
            Assert.True((part + 1) * 100 > new BigInteger(available) * percent);
        });
}
