using Sending.Chain.Amounts;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Rewards that were paid to a node reach its owner and its delegators.</summary>
public class RewardsTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Fact]
    public async Task ShowsClaimsAndRestakes()
    {
        await MatchAsync("rewards-show-nothing", "rewards show");
        await RunAsync("stake 20000 --role edge --commission 10%");
        await RunAsync("delegate 20000 --node alice --account carol");
        await Devnet.RewardAsync("alice", 1_000 * SendAmount.One);
        await Devnet.AdvanceAsync(TimeSpan.FromMinutes(2));

        // A tenth is the owner's commission; the rest is shared half and half.
        await MatchAsync("rewards-show", "rewards show");
        await MatchAsync("rewards-show-json", "rewards show --account carol --json");
        await MatchAsync("rewards-claim", "rewards claim");
        await MatchAsync("rewards-restake-json", "rewards restake --node alice --account carol --json");

        Assert.Equal(980_550 * SendAmount.One, (await Devnet.StateOfAsync("alice")).Send);
        var position = await Devnet.Node.Reader.GetPositionAsync(Devnet.Node.Address("alice"), Devnet.Node.Address("carol"), default);
        Assert.Equal(20_450 * SendAmount.One, position.Bonded);
    }

    [Fact]
    public async Task NothingToClaimIsSaidBeforeGasIsSpent()
    {
        await RunAsync("stake 20000 --role edge");

        await RefusedAsync("rewards-claim-nothing", 1, "rewards claim");
    }
}
