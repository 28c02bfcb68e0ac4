using CsCheck;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Tests.Amounts;

public class DurationTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("2h", 7_200)]
    [InlineData("1d", 86_400)]
    [InlineData("1h30m", 5_400)]
    [InlineData("1D2H3M4S", 93_784)]
    public void Reads_durations(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5m1h")]
    [InlineData("5m5m")]
    [InlineData("5x")]
    [InlineData("99999999999999999999s")]
    [InlineData("999999999d")]
    public void Refuses_other_text(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => Duration.Parse(text)).Code);

    [Fact]
    public void Writes_only_what_is_not_zero()
    {
        Assert.Equal("0s", Duration.Format(TimeSpan.FromMilliseconds(900)));
        Assert.Equal("1d 1s", Duration.Format(TimeSpan.FromSeconds(86_401)));
        Assert.Equal("-2m", Duration.Format(TimeSpan.FromMinutes(-2)));
    }

    [Fact]
    public void Reading_undoes_writing()
        => Gen.Int[1, 100_000_000].Sample(seconds =>
        {
            var duration = TimeSpan.FromSeconds(seconds);
            Assert.Equal(duration, Duration.Parse(Duration.Format(duration).Replace(" ", "")));
        });
}
