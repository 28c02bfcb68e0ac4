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
using ExecuteScheduledFunction = Sending.Chain.Contracts.AccessManager.ContractDefinition.ExecuteFunction;
using SetCreditPoolFunction = Sending.Chain.Contracts.RelayCredit.ContractDefinition.SetRewardPoolFunction;

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
        Assert.Contains("NodeStaking.setWorkProofs: SendGovernor after 700 s\n", result.Output);
        Assert.Contains("NodeStaking.pauseEntries: council\n", result.Output);
        Assert.Contains("NodeStaking.slash: RewardPool, WorkProofs\n", result.Output);
        Assert.Contains("RelayCredit.collect: RewardPool\n", result.Output);
        Assert.Contains("RewardPool.cancelSettlement: council\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    /// <summary>Everything that governance could get wrong at once; each is named.</summary>
    [Fact]
    public async Task What_was_changed_is_named()
    {
        var erin = devnet.Address("erin");
        await InBranchAsync(async () =>
        {
            var (manager, governor, staking) = (Contracts.AccessManager, Contracts.SendGovernor, Contracts.NodeStaking);
            var setWorkProofs = new SetWorkProofsFunction { Workproofs = erin };
            byte[] selector = [.. setWorkProofs.GetCallData().Take(4)];
            await GovernAsync(Contracts.ProtocolConfig, MaxCommission(2_000));
            await GovernAsync(Contracts.ProtocolConfig, new RemoveListenerFunction { Listener = Contracts.WorkProofs });
            await GovernAsync(Contracts.RelayCredit, new SetCreditPoolFunction { Rewardpool = erin });
            await GovernAsync(staking, setWorkProofs);
            await GovernAsync(manager, new GrantRoleFunction { RoleId = 3, Account = erin, ExecutionDelay = 0 });
            await GovernAsync(manager, new RevokeRoleFunction { RoleId = 3, Account = DevnetFixture.Council });
            await GovernAsync(manager, new SetTargetFunctionRoleFunction { Target = staking, Selectors = [selector], RoleId = 3 });
            await GovernAsync(manager, new SetTargetClosedFunction { Target = Contracts.WorkProofs, Closed = true });
            await GovernAsync(manager, new GrantRoleFunction { RoleId = 2, Account = governor, ExecutionDelay = 800 });
            await GovernAsync(manager, new SetRoleAdminFunction { RoleId = 2, Admin = 3 });
            await devnet.SendAsAsync(governor, governor, new SetVotingPeriodFunction { NewVotingPeriod = 31 });

            var result = await CheckAsync();
            AssertWrong(
                result,
                "maxCommission 2000: 3000 was asked for",
                "NodeStaking, RelayCredit, RewardPool, WorkProofs listen to changes of parameters: NodeStaking, RelayCredit, RewardPool do",
                $"RelayCredit.rewardPool is RewardPool: it is {erin}",
                $"NodeStaking.workProofs is WorkProofs: it is {erin}",
                "NodeStaking.slash: RewardPool, WorkProofs: RewardPool may",
                "NodeStaking.recordReveal: WorkProofs: nobody may",
                $"nobody else holds COUNCIL: {erin} does",
                "council holds COUNCIL: it does not",
                "NodeStaking.setWorkProofs asks for UPGRADES: it asks for role 3",
                $"{Contracts.WorkProofs} is open, without an admin delay: it is closed",
                "SendGovernor holds UPGRADES, with a delay of 700 s: with a delay of 800 s",
                "role 2 is granted by ADMIN alone: its admin is 3",
                "votingPeriod 31: 30 was asked for");
            Assert.Equal(1, result.ExitCode);
        });
    }

    [Fact]
    public async Task Other_code_is_named() => await InBranchAsync(async () =>
    {
        var word = await devnet.Connection.Web3.Client.SendRequestAsync<string>("eth_getStorageAt", null, Contracts.RewardPool, ImplementationSlot, "latest");
        var staking = await devnet.Connection.Web3.Eth.GetCode.SendRequestAsync(Contracts.NodeStaking);
        await SetCodeAsync(Contracts.DidRegistry, "0x60016000f3");
        await SetCodeAsync("0x" + word[^40..], "0x60016000f3");
        await SetCodeAsync(Contracts.NodeStaking, staking[..^2] + (staking.EndsWith("00", StringComparison.Ordinal) ? "01" : "00"));
        var result = await CheckAsync();
        AssertWrong(
            result,
            $"DidRegistry {Contracts.DidRegistry}: other code than the source's",
            "RewardPool's implementation ",
            $"NodeStaking {Contracts.NodeStaking}, a proxy: other code than a proxy's");
        Assert.Contains("\n3 wrong.", result.Output);
        Assert.Equal(1, result.ExitCode);
    });

    [Fact]
    public async Task What_governance_decided_is_told_and_accepted() => await InBranchAsync(async () =>
    {
        await GovernAsync(Contracts.ProtocolConfig, MaxCommission(2_000));
        var result = await CheckAsync("--governed");
        Assert.Contains("  note  maxCommission is 2000; it was deployed with 3000\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    });

    [Fact]
    public async Task Another_chain_is_not_checked()
    {
        var deployment = JsonNode.Parse(await File.ReadAllTextAsync(devnet.Devnet.Folder.DeploymentFile))!;
        deployment["chainId"] = 1;
        var result = await CheckFileAsync(_folder.Write("other.json", deployment.ToJsonString()));
        Assert.Contains("WRONG chain 1: the node is of chain 31337", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    private static SetParametersFunction MaxCommission(BigInteger value) => new() { Parameters = [(byte)ProtocolParameter.MaxCommission], Values = [value] };

    private static void AssertWrong(ChildResult result, params string[] expected)
    {
        var wrong = result.Output.Split('\n').Where(line => line.StartsWith("  WRONG ", StringComparison.Ordinal)).ToList();
        Assert.All(expected, text => Assert.Contains(wrong, line => line.Contains(text)));
    }

    /// <summary>Does something that the next test finds undone.</summary>
    private async Task InBranchAsync(Func<Task> action)
    {
        var snapshot = await devnet.Connection.Web3.Client.SendRequestAsync<string>("evm_snapshot");
        try
        {
            await action();
        }
        finally
        {
            await devnet.Connection.Web3.Client.SendRequestAsync<bool>("evm_revert", null, snapshot);
        }
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
            new ExecuteScheduledFunction { Target = target, Data = data });
    }

    private Task SetCodeAsync(string address, string code) => devnet.Connection.Web3.Client.SendRequestAsync("hardhat_setCode", null, address, code);

    private Task<ChildResult> CheckAsync(params string[] more) => CheckFileAsync(devnet.Devnet.Folder.DeploymentFile, more);

    /// <param name="deployment">The deployment file.</param>
    /// <param name="more">More arguments.</param>
    private static async Task<ChildResult> CheckFileAsync(string deployment, params string[] more)
    {
        var tools = await NodeToolchain.EnsureAsync(Repository.Find(), new Progress<string>(), default);
        var parameters = Path.Combine(tools.Root, "ignition", "parameters", "devnet.json");
        return await tools.RunAsync(
            [Path.Combine(tools.Root, "ignition", "check-deployment.js"), "--no-compile", "--deployment", deployment, "--parameters", parameters, .. more],
            default);
    }
}
