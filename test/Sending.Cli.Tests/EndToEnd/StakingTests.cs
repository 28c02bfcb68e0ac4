using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>A stake's life: in, more, out again, by its owner and by a delegator.</summary>
public class StakingTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Fact]
    public async Task TheIssuesCommandAloneRegistersAnEdge()
    {
        await MatchAsync("stake-register", "stake 25000 --role edge");

        var state = await Devnet.StateOfAsync("alice");
        Assert.Equal(25_000 * SendAmount.One, state.Node!.OwnBonded);
        Assert.True(state.Node.Active);
        Assert.Equal(state.Node.Owner, state.Node.Operator);

        // Register, permit and stake are one transaction.
        Assert.Equal(1, state.Nonce);
    }

    [Fact]
    public async Task RegistersWithEverythingSaid()
    {
        const string Line = "stake 100000 --role guardian --operator dave --commission 7.5% --endpoint https://guardian.example.org/ --account bob --json";
        await MatchAsync("stake-register-json", Line);

        var node = (await Devnet.StateOfAsync("bob")).Node!;
        Assert.Equal(Devnet.Node.Address("dave"), node.Operator);
        Assert.Equal(750, node.Commission);
    }

    [Fact]
    public async Task AddsAfterwards()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("stake-add", "stake 1000.5");

        // Saying the role again is harmless.
        await RunAsync("stake 500 --role edge");
        Assert.Equal((SendAmount.One * 26_500) + (SendAmount.One / 2), (await Devnet.StateOfAsync("alice")).Node!.OwnBonded);
    }

    [Fact]
    public async Task SharesOfTheBalanceAreUnderstood()
    {
        await RunAsync("stake 50% --role edge");
        Assert.Equal(500_000 * SendAmount.One, (await Devnet.StateOfAsync("alice")).Node!.OwnBonded);

        await RunAsync("stake all");
        Assert.Equal(0, (await Devnet.StateOfAsync("alice")).Send);
    }

    [Theory]
    [InlineData("stake-dry-run", "stake 25000 --role edge --dry-run")]
    [InlineData("stake-dry-run-json", "stake 25000 --role edge --dry-run --json")]
    public async Task DryRunShowsAndSendsNothing(string snapshot, string line)
    {
        var before = await Devnet.StateOfAsync("alice");

        await MatchAsync(snapshot, line);

        Assert.Equal(before, await Devnet.StateOfAsync("alice"));
    }

    [Fact]
    public async Task UnstakesListsCancelsAndWithdraws()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("unstake", "unstake 5000");
        await RunAsync("unstake 20%");
        await MatchAsync("unstake-list", "unstake list");
        await MatchAsync("unstake-list-json", "unstake list --json");
        await MatchAsync("unstake-cancel", "unstake cancel 1");
        await Devnet.AdvanceAsync(TimeSpan.FromMinutes(10));
        await MatchAsync("withdraw", "withdraw");
        await MatchAsync("unstake-list-empty", "unstake list");

        var state = await Devnet.StateOfAsync("alice");
        Assert.Equal(980_000 * SendAmount.One, state.Send);
        Assert.Equal(20_000 * SendAmount.One, state.Node!.OwnBonded);
    }

    [Fact]
    public async Task AWarningComesBeforeTheNodeGoesInactive()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("unstake-below-minimum", "unstake 20000 --json");

        Assert.False((await Devnet.StateOfAsync("alice")).Node!.Active);
    }

    [Fact]
    public async Task EverythingLeavesAndOneRequestCanBeWithdrawnAlone()
    {
        await RunAsync("stake 25000 --role edge");
        await RunAsync("unstake 1000");
        await RunAsync("unstake all");
        await Devnet.AdvanceAsync(TimeSpan.FromMinutes(10));

        await MatchAsync("withdraw-one-json", "withdraw 1 --json");

        Assert.Equal(999_000 * SendAmount.One, (await Devnet.StateOfAsync("alice")).Send);
        await RunAsync("withdraw");
        Assert.Equal(1_000_000 * SendAmount.One, (await Devnet.StateOfAsync("alice")).Send);
    }

    [Fact]
    public async Task DelegatesAndTakesItBack()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("delegate", "delegate 5000 --node alice --account carol");
        await MatchAsync("undelegate", "undelegate 50% --node alice --account carol");
        await Devnet.AdvanceAsync(TimeSpan.FromMinutes(10));

        // Carol has requests at one node only, and need not name it.
        await MatchAsync("withdraw-delegated", "withdraw --account carol");
        Assert.Equal(997_500 * SendAmount.One, (await Devnet.StateOfAsync("carol")).Send);
    }

    [Fact]
    public async Task EveryRoleCanBeTaken()
    {
        await RunAsync("stake 1000 --role watchdog --account erin");
        await RunAsync("stake 10000 --role EDGE --account dave");

        Assert.Equal(1_000 * SendAmount.One, (await Devnet.StateOfAsync("erin")).Node!.OwnBonded);
        Assert.Equal(BigInteger.Zero, (await Devnet.StateOfAsync("dave")).Node!.Index);
    }
}
