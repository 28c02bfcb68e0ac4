using System.Numerics;
using System.Text.Json.Nodes;
using Nethereum.Contracts;
using Sending.Chain.Contracts.AccessManager.ContractDefinition;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.ProtocolConfig.ContractDefinition;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Testing;
using Sending.Toolchain;

namespace Sending.Chain.Tests.Deployments;

/// <summary>What <c>ignition/deploy.js</c> leaves behind, and what <c>ignition/check-deployment.js</c> says of it, and of a network that was changed.</summary>
public sealed class DeploymentScriptsTests(DevnetFixture devnet) : IClassFixture<DevnetFixture>, IDisposable
{
    private const string ImplementationSlot = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";

    private readonly TemporaryFolder _folder = new();

    private ContractAddresses Contracts => devnet.Connection.Deployment.Contracts;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_network_as_deployed_is_right()
    {
        var result = await CheckAsync();
        Assert.DoesNotContain("WRONG", result.Output);
        Assert.EndsWith("All is as it should be.\n", result.Output);
        Assert.Contains("nobody else holds any role, the deployer neither", result.Output);
        Assert.Contains("ProtocolConfig.setParameters: SendGovernor after 5 s\n", result.Output);
        Assert.Contains("NodeStaking.upgradeToAndCall: SendGovernor after 700 s\n", result.Output);
        Assert.Contains("NodeStaking.slash: RewardPool, WorkProofs\n", result.Output);
        Assert.Contains("RewardPool.cancelSettlement: council\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("role", "nobody else holds SLASHER: {erin} does")]
    [InlineData("revoked", "council holds COUNCIL: it does not")]
    [InlineData("delay", "SendGovernor holds UPGRADES, with a delay of 700 s: with a delay of 800 s")]
    [InlineData("admin", "role 4 is granted by ADMIN alone: its admin is 3")]
    [InlineData("function", "NodeStaking.slash asks for SLASHER: it asks for role 3")]
    [InlineData("function", "NodeStaking.slash: RewardPool, WorkProofs: council may")]
    [InlineData("closed", "is open, without an admin delay: it is closed")]
    [InlineData("parameter", "maxCommission 2000: 3000 was asked for")]
    [InlineData("setting", "votingPeriod 31: 30 was asked for")]
    [InlineData("code", "DidRegistry {DidRegistry}: other code than the source's")]
    [InlineData("proxy", "NodeStaking {NodeStaking}, a proxy: other code than a proxy's")]
    [InlineData("implementation", "RewardPool's implementation")]
    [InlineData("listener", "NodeStaking, RelayCredit, WorkProofs listen to changes of parameters: NodeStaking, RelayCredit do")]
    [InlineData("pool", "RelayCredit.rewardPool is RewardPool: it is {erin}")]
    public async Task What_was_changed_is_named(string what, string expected)
    {
        var snapshot = await devnet.Connection.Web3.Client.SendRequestAsync<string>("evm_snapshot");
        try
        {
            await ChangeAsync(what);
            var result = await CheckAsync();
            var line = expected.Replace("{erin}", devnet.Address("erin")).Replace("{DidRegistry}", Contracts.DidRegistry).Replace("{NodeStaking}", Contracts.NodeStaking);
            Assert.Contains(result.Output.Split('\n'), found => found.StartsWith("  WRONG ", StringComparison.Ordinal) && found.Contains(line));
            Assert.Equal(1, result.ExitCode);
        }
        finally
        {
            await devnet.Connection.Web3.Client.SendRequestAsync<bool>("evm_revert", null, snapshot);
        }
    }

    [Fact]
    public async Task What_governance_decided_is_told_and_accepted()
    {
        var snapshot = await devnet.Connection.Web3.Client.SendRequestAsync<string>("evm_snapshot");
        await ChangeAsync("parameter");
        var result = await CheckAsync("--governed");
        await devnet.Connection.Web3.Client.SendRequestAsync<bool>("evm_revert", null, snapshot);
        Assert.Contains("  note  maxCommission is 2000; it was deployed with 3000\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Another_chain_is_not_checked()
    {
        var deployment = JsonNode.Parse(await File.ReadAllTextAsync(devnet.Devnet.Folder.DeploymentFile))!;
        deployment["chainId"] = 1;
        var result = await CheckFileAsync(_folder.Write("other.json", deployment.ToJsonString()), "devnet");
        Assert.Contains("WRONG chain 1: the node is of chain 31337", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    /// <summary>With the values of a public test network: the deployer keeps his rights until guardians can decide, and has none from then on.</summary>
    [Fact]
    public async Task A_real_network_is_handed_over_once_guardians_have_bonded_enough()
    {
        var (treasury, council) = (devnet.Address("alice"), devnet.Address("bob"));
        var parameters = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Find(), "ignition", "parameters", "testnet.example.json")))!;
        var unfilled = await DeployAsync(_folder.Write("unfilled.json", parameters.ToJsonString()));
        Assert.Contains("has no address in ", unfilled.Error);
        Assert.Equal(1, unfilled.ExitCode);

        parameters["Rewards"]!["treasury"] = treasury;
        parameters["Network"]!["council"] = council;
        var file = _folder.Write("testnet.json", parameters.ToJsonString());
        Assert.Equal(0, (await DeployAsync(file)).ExitCode);
        Assert.Contains("Nothing new to deploy.", (await DeployAsync(file)).Error);
        var network = await DeploymentFile.ReadAsync(_folder.File("deployment.json"), default);
        var before = await CheckFileAsync(_folder.File("deployment.json"), file);
        Assert.Contains("WRONG nobody else holds ADMIN: 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 does", before.Output);
        Assert.Contains("\n1 wrong.", before.Output);

        var refused = await DeployAsync(file, "--handover");
        Assert.Contains("guardians have bonded 0 SEND; the handover needs 30000 SEND", refused.Error);
        Assert.Equal(1, refused.ExitCode);

        await devnet.SendAsAsync(treasury, network.Contracts.SendToken, new ApproveFunction { Spender = network.Contracts.NodeStaking, Value = BigInteger.Pow(10, 27) });
        var registration = new Registration { Role = (byte)NodeRole.Guardian, Operator = treasury, Commission = 0, Endpoint = "", OperatorConsent = [] };
        var guardian = new RegisterAndStakeFunction { Registration = registration, Amount = 30_000 * BigInteger.Pow(10, 18) };
        await devnet.SendAsAsync(treasury, network.Contracts.NodeStaking, guardian);
        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromSeconds(2)), default);
        var handedOver = await DeployAsync(file, "--handover");
        Assert.True(handedOver.ExitCode == 0, handedOver.Error);
        Assert.Contains("Nothing new to deploy.", (await DeployAsync(file, "--handover")).Error);
        var after = await CheckFileAsync(_folder.File("deployment.json"), file);
        Assert.DoesNotContain("WRONG", after.Output);
        Assert.Equal(0, after.ExitCode);

        using var connection = await ChainConnection.OpenAsync(network, null, null, default);
        Assert.Equal(600_000_000 * BigInteger.Pow(10, 18) - guardian.Amount, await connection.Token.BalanceOfQueryAsync(treasury));
        Assert.Equal(0, await connection.Token.BalanceOfQueryAsync("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"));
    }

    private Task ChangeAsync(string what)
    {
        var manager = Contracts.AccessManager;
        byte[] slash = [.. new SlashFunction { Node = manager, Bps = 0, Reporter = manager }.GetCallData().Take(4)];
        return what switch
        {
            "role" => GovernAsync(manager, new GrantRoleFunction { RoleId = 4, Account = devnet.Address("erin"), ExecutionDelay = 0 }),
            "revoked" => GovernAsync(manager, new RevokeRoleFunction { RoleId = 3, Account = DevnetFixture.Council }),
            "delay" => GovernAsync(manager, new GrantRoleFunction { RoleId = 2, Account = Contracts.SendGovernor, ExecutionDelay = 800 }),
            "admin" => GovernAsync(manager, new SetRoleAdminFunction { RoleId = 4, Admin = 3 }),
            "function" => GovernAsync(manager, new SetTargetFunctionRoleFunction { Target = Contracts.NodeStaking, Selectors = [slash], RoleId = 3 }),
            "closed" => GovernAsync(manager, new SetTargetClosedFunction { Target = Contracts.WorkProofs, Closed = true }),
            "parameter" => GovernAsync(
                Contracts.ProtocolConfig,
                new SetParametersFunction { Parameters = [(byte)ProtocolParameter.MaxCommission], Values = [2_000] }),
            "setting" => devnet.SendAsAsync(Contracts.SendGovernor, Contracts.SendGovernor, new SetVotingPeriodFunction { NewVotingPeriod = 31 }),
            "code" => SetCodeAsync(Contracts.DidRegistry),
            "proxy" => SetCodeAsync(Contracts.NodeStaking),
            "implementation" => SetImplementationCodeAsync(Contracts.RewardPool),
            "listener" => GovernAsync(Contracts.ProtocolConfig, new RemoveListenerFunction { Listener = Contracts.WorkProofs }),
            "pool" => GovernAsync(
                Contracts.RelayCredit,
                new Sending.Chain.Contracts.RelayCredit.ContractDefinition.SetRewardPoolFunction { Rewardpool = devnet.Address("erin") }),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    /// <summary>As the governor does what was decided: scheduled, and executed after the longest delay.</summary>
    private async Task GovernAsync<TFunction>(string target, TFunction message)
        where TFunction : FunctionMessage, new()
    {
        var data = message.GetCallData();
        await devnet.SendAsAsync(Contracts.SendGovernor, Contracts.AccessManager, new ScheduleFunction { Target = target, Data = data, When = 0 });
        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromSeconds(701)), default);
        await devnet.SendAsAsync(
            Contracts.SendGovernor,
            Contracts.AccessManager,
            new Sending.Chain.Contracts.AccessManager.ContractDefinition.ExecuteFunction { Target = target, Data = data });
    }

    private Task SetCodeAsync(string address) => devnet.Connection.Web3.Client.SendRequestAsync("hardhat_setCode", null, address, "0x60016000f3");

    private async Task SetImplementationCodeAsync(string proxy)
    {
        var word = await devnet.Connection.Web3.Client.SendRequestAsync<string>("eth_getStorageAt", null, proxy, ImplementationSlot, "latest");
        await SetCodeAsync("0x" + word[^40..]);
    }

    private Task<ChildResult> CheckAsync(params string[] more) => CheckFileAsync(devnet.Devnet.Folder.DeploymentFile, "devnet", more);

    /// <param name="deployment">The deployment file.</param>
    /// <param name="parameters">"devnet", or a parameter file.</param>
    /// <param name="more">More arguments.</param>
    private static async Task<ChildResult> CheckFileAsync(string deployment, string parameters, params string[] more)
    {
        var tools = await NodeToolchain.EnsureAsync(Repository.Find(), new Progress<string>(), default);
        var file = parameters == "devnet" ? Path.Combine(tools.Root, "ignition", "parameters", "devnet.json") : parameters;
        return await tools.RunAsync(
            [Path.Combine(tools.Root, "ignition", "check-deployment.js"), "--no-compile", "--deployment", deployment, "--parameters", file, .. more],
            default);
    }

    /// <summary>Deploys beside the devnet's own contracts.</summary>
    private async Task<ChildResult> DeployAsync(string parameters, params string[] more)
    {
        var tools = await NodeToolchain.EnsureAsync(Repository.Find(), new Progress<string>(), default);
        string[] arguments =
        [
            Path.Combine(tools.Root, "ignition", "deploy.js"),
            "--no-compile",
            "--rpc-url", devnet.Connection.RpcUrl.ToString().TrimEnd('/'),
            "--journal", _folder.File("journal"),
            "--out", _folder.File("deployment.json"),
            "--parameters", parameters,
        ];
        return await tools.RunAsync([.. arguments, .. more], default);
    }
}
