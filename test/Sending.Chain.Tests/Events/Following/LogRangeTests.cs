using Sending.Chain.Events;
using Sending.Chain.Events.Following;

namespace Sending.Chain.Tests.Events.Following;

public class LogRangeTests
{
    private static readonly FollowerOptions Options = new()
    {
        FirstBlocksPerRequest = 100, MaxBlocksPerRequest = 1_000, EventsPerRequest = 5_000, TimePerRequest = TimeSpan.FromSeconds(3),
    };

    [Fact]
    public void Doubles_up_to_the_most_while_answers_are_small()
    {
        var range = new LogRange(Options);
        List<int> sizes = [];
        for (var i = 0; i < 6; i++)
        {
            sizes.Add(range.Blocks);
            range.Answered(range.Blocks, 3, TimeSpan.Zero);
        }

        Assert.Equal([100, 200, 400, 800, 1_000, 1_000], sizes);
    }

    [Fact]
    public void Shrinks_with_the_number_of_events_and_with_the_time()
    {
        var range = new LogRange(Options);
        range.Answered(100, 20_000, TimeSpan.Zero);
        Assert.Equal(25, range.Blocks);
        range.Answered(25, 1, TimeSpan.FromSeconds(30));
        Assert.Equal(2, range.Blocks);
        range.Answered(2, 1_000_000, TimeSpan.Zero);
        Assert.Equal(1, range.Blocks);
    }

    [Fact]
    public void Takes_a_hint_halves_without_one_and_grows_slowly_afterwards()
    {
        var range = new LogRange(Options);
        range.Refused(100, 40);
        Assert.Equal(40, range.Blocks);
        range.Refused(40, 4_000);
        Assert.Equal(20, range.Blocks);
        range.Refused(1, null);
        Assert.Equal(1, range.Blocks);
        for (var i = 0; i < 8; i++)
        {
            range.Answered(range.Blocks, 0, TimeSpan.Zero);
        }

        Assert.Equal(9, range.Blocks);
        range.Answered(9, 0, TimeSpan.Zero);
        Assert.Equal(18, range.Blocks);
    }

    [Fact]
    public void A_short_last_range_teaches_nothing()
    {
        var range = new LogRange(Options);
        range.Answered(5, 0, TimeSpan.Zero);
        Assert.Equal(100, range.Blocks);
    }
}
