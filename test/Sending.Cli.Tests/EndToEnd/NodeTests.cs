using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Looking at nodes, and managing one's own.</summary>
public class NodeTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Fact]
    public async Task ListsAndShowsNodes()
    {
        await MatchAsync("node-list-empty", "node list");
        await RunAsync("stake 25000 --role edge --endpoint https://edge.example.org");
        await RunAsync("stake 100000 --role guardian --account bob");
        await RunAsync("delegate 5000 --node alice --account carol");

        await MatchAsync("node-list", "node list");
        await MatchAsync("node-list-json", "node list --role guardian --json");
        await MatchAsync("node-show", "node show");
        await MatchAsync("node-show-json", "node show bob --json");
    }

    [Fact]
    public async Task ChangesTheEndpoint()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("node-set-endpoint", "node set-endpoint https://new.example.org");

        Assert.Equal("https://new.example.org", (await Devnet.Node.Reader.GetNodeWithEndpointAsync(Devnet.Node.Address("alice"), default)).Endpoint);
    }

    [Fact]
    public async Task ChangesTheCommissionUpAndDown()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("node-set-commission-up", "node set-commission 8%");
        await MatchAsync("node-set-commission-down", "node set-commission 2.5% --json");
    }

    [Fact]
    public async Task AnOperatorWhoseAccountIsHereConsentsHere()
    {
        await RunAsync("stake 25000 --role edge");

        await MatchAsync("node-set-operator", "node set-operator dave");

        Assert.Equal(Devnet.Node.Address("dave"), (await Devnet.StateOfAsync("alice")).Node!.Operator);
    }

    [Fact]
    public async Task AnOperatorSomewhereElseSendsItsConsent()
    {
        await RunAsync("stake 25000 --role edge");
        var line = $"account authorize-operator --owner {Devnet.Node.Address("alice")} --account erin";
        var consent = await RunAsync(line);
        Snapshot.Match("account-authorize-operator", Devnet.Scrubbed(consent.Transcript(line)));
        Devnet.Home.Write("consent.txt", consent.Out);

        await RunAsync($"node set-operator {Devnet.Node.Address("erin")} --operator-consent consent.txt");

        Assert.Equal(Devnet.Node.Address("erin"), (await Devnet.StateOfAsync("alice")).Node!.Operator);
    }

    [Fact]
    public async Task AConsentForSomebodyElseIsRefused()
    {
        await RunAsync("stake 25000 --role edge");
        var consent = (await RunAsync($"account authorize-operator --owner {Devnet.Node.Address("bob")} --account erin --json")).Data.GetProperty("operatorConsent").GetString();
        var before = await Devnet.StateOfAsync("alice");
        var line = $"node set-operator erin --operator-consent {consent}";

        var result = await Devnet.Cli.RunAsync(line);

        Snapshot.Match("node-set-operator-wrong-consent", Devnet.Scrubbed(result.Transcript(line).Replace(consent!, "<consent>", StringComparison.Ordinal)));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(before, await Devnet.StateOfAsync("alice"));
    }

    [Fact]
    public async Task ASuspendedGuardianResumes()
    {
        await RunAsync("stake 100000 --role guardian");
        await Devnet.AdvanceAsync(TimeSpan.FromMinutes(6));
        await Devnet.Node.SendAsAsync(Devnet.Node.Address("bob"), Devnet.Contracts.NodeStaking, new SuspendFunction { Node = Devnet.Node.Address("alice") });
        Assert.Equal(0, (await Devnet.StateOfAsync("alice")).Node!.Weight);

        await MatchAsync("node-resume", "node resume");

        Assert.Equal(100_000 * SendAmount.One, (await Devnet.StateOfAsync("alice")).Node!.Weight);
    }
}
