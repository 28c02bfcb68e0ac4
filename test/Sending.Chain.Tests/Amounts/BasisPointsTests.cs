using CsCheck;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Tests.Amounts;

public class BasisPointsTests
{
    [Theory]
    [InlineData("5%", 500)]
    [InlineData("5", 500)]
    [InlineData("2.5 %", 250)]
    [InlineData("0.01%", 1)]
    [InlineData("100%", 10_000)]
    [InlineData("0", 0)]
    public void Reads_percentages(string text, int expected) => Assert.Equal(expected, BasisPoints.Parse(text));

    [Theory]
    [InlineData("100.01%")]
    [InlineData("0.001%")]
    [InlineData("-1%")]
    [InlineData("five")]
    [InlineData("%")]
    [InlineData("")]
    public void Refuses_other_text(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => BasisPoints.Parse(text)).Code);

    [Fact]
    public void Reading_undoes_writing()
        => Gen.Int[0, BasisPoints.Whole].Sample(points => Assert.Equal(points, BasisPoints.Parse(BasisPoints.Format(points))));
}
