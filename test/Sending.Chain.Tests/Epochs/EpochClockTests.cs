using CsCheck;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;

namespace Sending.Chain.Tests.Epochs;

public class EpochClockTests
{
    private static readonly DateTimeOffset Genesis = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly EpochClock Devnet = new(
        Genesis,
        TimeSpan.FromSeconds(60),
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromSeconds(40),
        TimeSpan.FromSeconds(15),
        4);

    [Theory]
    [InlineData(0, 0, EpochWindow.Commitment, 10)]
    [InlineData(9, 0, EpochWindow.Commitment, 1)]
    [InlineData(10, 0, EpochWindow.Reveal, 10)]
    [InlineData(29, 0, EpochWindow.Challenge, 1)]
    [InlineData(30, 0, EpochWindow.Answer, 10)]
    [InlineData(40, 0, EpochWindow.Settlement, 20)]
    [InlineData(59, 0, EpochWindow.Settlement, 1)]
    [InlineData(60, 1, EpochWindow.Commitment, 10)]
    [InlineData(605, 10, EpochWindow.Commitment, 5)]
    public void Knows_the_epoch_and_its_window(int second, long epoch, EpochWindow window, int untilNext)
    {
        var position = Devnet.At(Genesis.AddSeconds(second));
        Assert.Equal((epoch, window, TimeSpan.FromSeconds(untilNext)), (position.Epoch, position.Window, position.UntilNext));
    }

    [Fact]
    public void There_is_no_epoch_before_genesis()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Devnet.EpochAt(Genesis.AddSeconds(-1)));

    [Fact]
    public void Every_moment_lies_in_its_epoch()
        => Gen.Int[0, 10_000_000].Sample(second =>
        {
            var time = Genesis.AddSeconds(second);
            var epoch = Devnet.EpochAt(time);
            Assert.InRange(time, Devnet.StartOf(epoch), Devnet.StartOf(epoch + 1).AddTicks(-1));
        });

    [Fact]
    public void The_next_window_opens_after_now_and_within_an_epoch()
        => Gen.Select(Gen.Int[0, 1_000_000], Gen.Enum<EpochWindow>()).Sample((second, window) =>
        {
            var now = Genesis.AddSeconds(second);
            var start = Devnet.NextStart(now, window);
            Assert.True(start > now && start <= now + Devnet.EpochDuration);
            Assert.Equal(window, Devnet.At(start).Window);
            Assert.Equal(TimeSpan.Zero, window == EpochWindow.Commitment ? Devnet.At(start).Elapsed : TimeSpan.Zero);
        });

    [Theory]
    [InlineData("epoch", 120)]
    [InlineData("3", 180)]
    [InlineData("Reveal", 70)]
    [InlineData("settlement", 100)]
    [InlineData("commitment", 120)]
    public void A_named_moment_is_resolved_from_now(string text, int second)
        => Assert.Equal(Genesis.AddSeconds(second), ClockTarget.Parse(text).Resolve(Devnet, Genesis.AddSeconds(65)));

    [Fact]
    public void A_duration_counts_from_now()
        => Assert.Equal(Genesis.AddSeconds(75), ClockTarget.After(TimeSpan.FromSeconds(10)).Resolve(Devnet, Genesis.AddSeconds(65)));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void Other_text_is_no_moment(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => ClockTarget.Parse(text)).Code);

    [Fact]
    public void A_moment_that_has_passed_is_refused()
    {
        var error = Assert.Throws<SendingException>(() => ClockTarget.Parse("1").Resolve(Devnet, Genesis.AddSeconds(65)));
        Assert.Contains("epoch 1 now", error.Message);
    }

    [Fact]
    public void Times_are_written_in_utc()
        => Assert.Equal("2023-11-14 22:13:20 UTC", ChainTime.Format(Genesis.ToOffset(TimeSpan.FromHours(5))));
}
