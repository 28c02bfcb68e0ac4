using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Parameters, and how guardians change them.</summary>
public class GovernanceTests(CliDevnet devnet) : DevnetTest(devnet)
{
    // Long enough that no slow machine leaves a phase before the test does.
    private static readonly TimeSpan VotingDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan VotingPeriod = TimeSpan.FromHours(1);
    private static readonly TimeSpan ExecutionDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task GuardiansChangeAParameter()
    {
        await SlowDownAsync();
        await RunAsync("stake 150000 --role guardian");
        await RunAsync("stake 100000 --role guardian --account bob");
        await StakeCountsAsync();
        await MatchAsync("params", "params");
        await MatchAsync("gov-list-empty", "gov list");
        await RefusedAsync("wrong-gov-out-of-bounds", 1, "gov propose \"More\" --set cut=60% --set feePerUnit=0");
        await RefusedAsync("wrong-gov-no-change", 1, "gov propose \"Same\" --set cut=10%");

        await MatchAsync("gov-propose", "gov propose \"Double the fee\" --set feePerUnit=0.002 --set minDeposit=2 --why \"Edges earn too little.\"");
        await MatchAsync("gov-show-pending", "gov show 1");
        await RefusedAsync("wrong-vote-too-early", 1, "gov vote 1 for");

        await Devnet.AdvanceAsync(VotingDelay + Second);
        await MatchAsync("gov-vote", "gov vote 1 for --reason \"Long due\"");
        await RefusedAsync("wrong-vote-twice", 1, "gov vote 1 against");
        await RefusedAsync("wrong-vote-without-stake", 1, "gov vote 1 for --account carol");
        await RefusedAsync("wrong-queue-too-early", 1, "gov queue 1");
        await RunAsync("gov vote 1 against --account bob");
        await MatchAsync("gov-list-json", "gov list --json");

        await Devnet.AdvanceAsync(VotingPeriod);
        await RefusedAsync("wrong-execute-before-queue", 1, "gov execute 1");
        await MatchAsync("gov-queue", "gov queue 1 --account carol");
        await RefusedAsync("wrong-execute-too-early", 1, "gov execute 1");

        await Devnet.AdvanceAsync(ExecutionDelay);
        await Devnet.Node.Devnet.AdvanceAsync(ClockTarget.Parse("epoch"), default);
        await MatchAsync("gov-execute", "gov execute 1 --account carol");
        await MatchAsync("gov-show-executed", "gov show 1");
        Assert.Equal((1_000_000_000_000_000, 2_000_000_000_000_000), await ValuesAsync("feePerUnit"));

        await Devnet.Node.Devnet.AdvanceAsync(ClockTarget.Parse("epoch"), default);
        Assert.Equal((2_000_000_000_000_000, 2_000_000_000_000_000), await ValuesAsync("feePerUnit"));
        Assert.Equal((2_000_000_000_000_000_000, 2_000_000_000_000_000_000), await ValuesAsync("minDeposit"));
    }

    [Fact]
    public async Task AProposerTakesItsProposalBack()
    {
        await SlowDownAsync();
        await RunAsync("stake 100000 --role guardian");
        await StakeCountsAsync();
        var token = Devnet.Contracts.SendToken;
        await RunAsync($"gov propose \"A call\" --call {token}:0x18160ddd");
        await RefusedAsync("wrong-cancel-by-another", 1, "gov cancel 1 --account bob");

        await MatchAsync("gov-cancel", "gov cancel 1");

        await RefusedAsync("wrong-cancel-twice", 1, "gov cancel 1");
    }

    [Theory]
    [InlineData("without-votes", 1, "gov propose \"More\" --set feePerUnit=0.002 --account bob")]
    [InlineData("unknown-parameter", 2, "gov propose \"More\" --set fee=1")]
    [InlineData("bad-value", 2, "gov propose \"More\" --set emissionRate=1.5")]
    [InlineData("nothing", 2, "gov propose \"Nothing\"")]
    [InlineData("bad-call", 2, "gov propose \"Call\" --call 0x12:0x")]
    [InlineData("show-unknown", 1, "gov show 7")]
    [InlineData("show-malformed", 2, "gov show first")]
    [InlineData("vote-malformed", 2, "gov vote 1 yes")]
    public Task WrongInputIsRefused(string what, int exitCode, string line) => RefusedAsync($"wrong-gov-{what}", exitCode, line);

    /// <summary>A proposer's votes are those of the second before.</summary>
    private Task StakeCountsAsync() => Devnet.AdvanceAsync(TimeSpan.FromSeconds(2));

    private async Task SlowDownAsync()
    {
        var governor = Devnet.Contracts.SendGovernor;
        await Devnet.Node.SendAsAsync(governor, governor, new SetVotingDelayFunction { NewVotingDelay = (ulong)VotingDelay.TotalSeconds });
        await Devnet.Node.SendAsAsync(governor, governor, new SetVotingPeriodFunction { NewVotingPeriod = (uint)VotingPeriod.TotalSeconds });
        await Devnet.Node.SendAsAsync(governor, governor, new SetBaseDelaySecondsFunction { NewBaseDelay = (uint)ExecutionDelay.TotalSeconds });
    }

    private async Task<(long Now, long Next)> ValuesAsync(string parameter)
    {
        var row = (await RunAsync("params --json")).Data.GetProperty("parameters").EnumerateArray().Single(found => found.GetProperty("name").GetString() == parameter);
        return (row.GetProperty("value").GetInt64(), row.GetProperty("nextValue").GetInt64());
    }
}
