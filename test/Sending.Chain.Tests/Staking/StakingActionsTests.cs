using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Staking;

[Collection(DevnetCollection.Name)]
public class StakingActionsTests(DevnetFixture devnet)
{
    private string Staking => devnet.Connection.Deployment.Contracts.NodeStaking;

    [Fact]
    public async Task An_edge_registers_adds_unstakes_cancels_and_withdraws()
    {
        var owner = await devnet.CreateAccountAsync(Send("40000"));
        await RegisterAsync(owner, NodeRole.Edge, "25000", endpoint: "https://edge.example.org");
        var node = await devnet.Reader.GetNodeWithEndpointAsync(owner.Address, default);
        Assert.Equal((NodeRole.Edge, owner.Address, true), (node.Role, node.Operator, node.Active));
        Assert.Equal(Send("25000"), node.OwnBonded);
        Assert.Equal("https://edge.example.org", node.Endpoint);
        Assert.Equal(500, node.Commission);

        await DoAsync(owner, await devnet.Actions.StakeAsync(owner, owner.Address, Send("5000"), default));
        await DoAsync(owner, await devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("10000"), default));
        await DoAsync(owner, await devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("50%"), default));
        var requests = await devnet.Reader.ListRequestsAsync(owner.Address, null, default);
        Assert.Equal([Send("10000"), Send("10000")], requests.Select(request => request.Amount));

        await DoAsync(owner, await devnet.Actions.CancelUnstakeAsync(owner.Address, owner.Address, requests[0].Id, default));
        var early = await RefusalAsync(() => devnet.Actions.WithdrawAsync(owner.Address, owner.Address, null, default));
        Assert.Equal("time", early.Details["check"]);
        Assert.Contains(ChainTime.Format(requests[1].AvailableAt), early.Message);

        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromMinutes(10)), default);
        await DoAsync(owner, await devnet.Actions.WithdrawAsync(owner.Address, owner.Address, null, default));
        Assert.Empty(await devnet.Reader.ListRequestsAsync(owner.Address, owner.Address, default));
        Assert.Equal(Send("20000"), (await devnet.Reader.GetBalanceAsync(owner.Address, default)).Send);
        Assert.Equal(Send("20000"), (await devnet.Reader.GetPositionAsync(owner.Address, owner.Address, default)).Bonded);

        await DoAsync(owner, await devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("all"), default));
        Assert.True((await devnet.Reader.GetNodeAsync(owner.Address, default)).Bonded.IsZero);
    }

    [Fact]
    public async Task Delegation_earns_rewards_that_are_claimed_and_restaked()
    {
        var owner = await devnet.CreateAccountAsync(Send("10000"));
        var delegator = await devnet.CreateAccountAsync(Send("60000"));
        await RegisterAsync(owner, NodeRole.Edge, "10000");
        var tooMuch = await RefusalAsync(() => devnet.Actions.StakeAsync(delegator, owner.Address, Send("40001"), default));
        Assert.Equal("delegationLimit", tooMuch.Details["check"]);
        await DoAsync(delegator, await devnet.Actions.StakeAsync(delegator, owner.Address, Send("30000"), default));

        var nothing = await RefusalAsync(() => devnet.Actions.ClaimAsync(delegator.Address, owner.Address, default));
        Assert.Equal("rewards", nothing.Details["check"]);
        await devnet.RewardAsync(owner.Address, Send("100"));
        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromMinutes(2)), default);

        var position = Assert.Single(await devnet.Reader.ListPositionsAsync(delegator.Address, default));
        Assert.True(position.IsDelegation);
        Assert.InRange(position.ClaimableRewards, Send("71.249"), Send("71.25"));
        await DoAsync(delegator, await devnet.Actions.RestakeAsync(delegator.Address, owner.Address, default));
        Assert.Equal(Send("30000") + position.ClaimableRewards, (await devnet.Reader.GetPositionAsync(owner.Address, delegator.Address, default)).Bonded);
        var before = (await devnet.Reader.GetBalanceAsync(owner.Address, default)).Send;
        await DoAsync(owner, await devnet.Actions.ClaimAsync(owner.Address, owner.Address, default));
        Assert.InRange((await devnet.Reader.GetBalanceAsync(owner.Address, default)).Send - before, Send("28.749"), Send("28.75"));
    }

    [Fact]
    public async Task An_operator_consents_before_it_serves_a_node()
    {
        var owner = await devnet.CreateAccountAsync(Send("200000"));
        var hot = await devnet.CreateAccountAsync(0);
        var signatures = new StakingSignatures(devnet.Connection.Deployment);
        await RegisterAsync(owner, NodeRole.Guardian, "150000", hot);
        Assert.Equal(owner.Address, await devnet.Reader.FindNodeOfOperatorAsync(hot.Address, default));

        var other = await devnet.CreateAccountAsync(Send("20000"));
        var inUse = await RefusalAsync(() => RegisterAsync(other, NodeRole.Edge, "10000", hot));
        Assert.Equal("operator", inUse.Details["check"]);

        var next = await devnet.CreateAccountAsync(0);
        var forged = signatures.SignOperatorConsent(hot, owner.Address);
        var refused = await RefusalAsync(() => devnet.Actions.SetOperatorAsync(owner.Address, next.Address, forged, default));
        Assert.Equal((ErrorCode.Reverted, "InvalidOperatorConsent"), (refused.Code, refused.Details["error"]));
        await DoAsync(owner, await devnet.Actions.SetOperatorAsync(owner.Address, next.Address, signatures.SignOperatorConsent(next, owner.Address), default));
        await DoAsync(owner, await devnet.Actions.SetOperatorAsync(owner.Address, hot.Address, [], default));
        Assert.Equal(hot.Address, (await devnet.Reader.GetNodeAsync(owner.Address, default)).Operator);
    }

    [Fact]
    public async Task An_owner_changes_endpoint_and_commission()
    {
        var owner = await devnet.CreateAccountAsync(Send("10000"));
        await RegisterAsync(owner, NodeRole.Edge, "10000");
        await DoAsync(owner, await devnet.Actions.SetEndpointAsync(owner.Address, "https://new.example.org/", default));
        await DoAsync(owner, await devnet.Actions.SetCommissionAsync(owner.Address, 1_000, default));
        var node = await devnet.Reader.GetNodeWithEndpointAsync(owner.Address, default);
        Assert.Equal("https://new.example.org", node.Endpoint);
        Assert.Equal((500, 1_000), (node.Commission, node.NextCommission!.Commission));
        var step = await RefusalAsync(() => devnet.Actions.SetCommissionAsync(owner.Address, 1_100, default));
        Assert.Equal("commissionStep", step.Details["check"]);
    }

    [Fact]
    public async Task Wrong_wishes_are_refused_before_anything_is_signed()
    {
        var owner = await devnet.CreateAccountAsync(Send("20000"));
        Assert.Equal("minimumStake", (await RefusalAsync(() => RegisterAsync(owner, NodeRole.Edge, "9999"))).Details["check"]);
        Assert.Equal("balance", (await RefusalAsync(() => RegisterAsync(owner, NodeRole.Edge, "20001"))).Details["check"]);
        Assert.Equal("node", (await RefusalAsync(() => devnet.Actions.StakeAsync(owner, owner.Address, 1, default))).Details["check"]);
        Assert.Equal("stake", (await RefusalAsync(() => devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("1"), default))).Details["check"]);
        Assert.Equal("request", (await RefusalAsync(() => devnet.Actions.CancelUnstakeAsync(owner.Address, owner.Address, 0, default))).Details["check"]);
        Assert.Equal("request", (await RefusalAsync(() => devnet.Actions.WithdrawAsync(owner.Address, owner.Address, null, default))).Details["check"]);

        await RegisterAsync(owner, NodeRole.Edge, "10000");
        Assert.Equal("registered", (await RefusalAsync(() => RegisterAsync(owner, NodeRole.Edge, "10000"))).Details["check"]);
        Assert.Equal("role", (await RefusalAsync(() => RegisterAsync(owner, NodeRole.WatchDog, "10000"))).Details["check"]);
        Assert.Equal("stake", (await RefusalAsync(() => devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("10001"), default))).Details["check"]);
        Assert.Equal("role", (await RefusalAsync(() => devnet.Actions.ResumeAsync(owner.Address, owner.Address, default))).Details["check"]);
    }

    [Fact]
    public async Task A_suspended_guardian_is_resumed_by_its_operator()
    {
        var owner = await devnet.CreateAccountAsync(Send("100000"));
        var hot = await devnet.CreateAccountAsync(0);
        await RegisterAsync(owner, NodeRole.Guardian, "100000", hot);
        Assert.Equal("suspended", (await RefusalAsync(() => devnet.Actions.ResumeAsync(hot.Address, owner.Address, default))).Details["check"]);

        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromMinutes(10)), default);
        await devnet.SendAsAsync(devnet.Address("erin"), Staking, new SuspendFunction { Node = owner.Address });
        var suspended = await devnet.Reader.GetNodeAsync(owner.Address, default);
        Assert.True(suspended is { Suspended: true, Active: false, Weight.IsZero: true });
        Assert.Equal("operator", (await RefusalAsync(() => devnet.Actions.ResumeAsync(devnet.Address("erin"), owner.Address, default))).Details["check"]);
        await DoAsync(hot, await devnet.Actions.ResumeAsync(hot.Address, owner.Address, default));
        Assert.True((await devnet.Reader.GetNodeAsync(owner.Address, default)).Active);
    }

    [Fact]
    public async Task A_pause_stops_entries_and_no_exit()
    {
        var owner = await devnet.CreateAccountAsync(Send("20000"));
        await RegisterAsync(owner, NodeRole.Edge, "10000");
        await devnet.SendAsAsync(DevnetFixture.Council, Staking, new PauseEntriesFunction { Duration = 3_600 });
        try
        {
            Assert.Equal("paused", (await RefusalAsync(() => devnet.Actions.StakeAsync(owner, owner.Address, 1, default))).Details["check"]);
            await DoAsync(owner, await devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("1"), default));
            Assert.Equal("paused", (await RefusalAsync(() => devnet.Actions.CancelUnstakeAsync(owner.Address, owner.Address, 0, default))).Details["check"]);
        }
        finally
        {
            await devnet.SendAsAsync(DevnetFixture.Council, Staking, new UnpauseEntriesFunction());
        }

        await DoAsync(owner, await devnet.Actions.StakeAsync(owner, owner.Address, 1, default));
    }

    [Fact]
    public async Task A_tombstoned_node_takes_nothing_and_lets_what_is_left_out()
    {
        var owner = await devnet.CreateAccountAsync(Send("20000"));
        await RegisterAsync(owner, NodeRole.Edge, "10000");
        await devnet.SendAsAsync(
            devnet.Connection.Deployment.Contracts.WorkProofs,
            Staking,
            new SlashFunction { Node = owner.Address, Bps = 9_950, Reporter = devnet.Address("erin") });
        Assert.Equal("tombstoned", (await RefusalAsync(() => devnet.Actions.StakeAsync(owner, owner.Address, Send("1"), default))).Details["check"]);
        await DoAsync(owner, await devnet.Actions.UnstakeAsync(owner.Address, owner.Address, AmountRequest.Parse("all"), default));
        var request = Assert.Single(await devnet.Reader.ListRequestsAsync(owner.Address, owner.Address, default));
        Assert.InRange(request.Amount, Send("49.9"), Send("50"));
    }

    [Fact]
    public async Task Nodes_are_listed_by_role_in_the_order_of_registration()
    {
        var edges = new[] { await devnet.CreateAccountAsync(Send("10000")), await devnet.CreateAccountAsync(Send("10000")) };
        var dog = await devnet.CreateAccountAsync(Send("1000"));
        await RegisterAsync(edges[0], NodeRole.Edge, "10000", endpoint: "https://first.example.org");
        await RegisterAsync(dog, NodeRole.WatchDog, "1000");
        await RegisterAsync(edges[1], NodeRole.Edge, "10000");

        var all = await devnet.Reader.ListNodesAsync(null, default);
        Assert.Equal(
            [edges[0].Address, dog.Address, edges[1].Address],
            all.TakeLast(3).Select(node => node.Owner));
        var listed = await devnet.Reader.ListNodesAsync(NodeRole.Edge, default);
        Assert.Equal(edges.Select(edge => edge.Address), listed.TakeLast(2).Select(node => node.Owner));
        Assert.Equal(Enumerable.Range(0, listed.Count).Select(index => new BigInteger(index)), listed.Select(node => node.Index));
        Assert.Equal(["https://first.example.org", null], listed.TakeLast(2).Select(node => node.Endpoint));
        Assert.Null(await devnet.Reader.FindNodeAsync("0x000000000000000000000000000000000000bEEF", default));
    }

    [Fact]
    public async Task The_contract_hashes_the_consent_as_it_is_signed()
    {
        var owner = devnet.Address("carol");
        var hot = await devnet.UnlockAsync("dave");
        var signature = new StakingSignatures(devnet.Connection.Deployment).SignOperatorConsent(hot, owner);
        var digest = await devnet.Connection.Staking.OperatorConsentDigestQueryAsync(owner, hot.Address);
        var recovered = Nethereum.Signer.EthECKey.RecoverFromSignature(
            Nethereum.Signer.EthECDSASignatureFactory.ExtractECDSASignature(signature.ToHex(true)), digest);
        Assert.Equal(hot.Address, recovered.GetPublicAddress(), ignoreCase: true);
    }

    [Fact]
    public async Task Clock_and_parameters_are_those_of_the_devnet()
    {
        var clock = await devnet.Protocol.GetClockAsync(default);
        var head = await devnet.Connection.GetHeadAsync(default);
        Assert.Equal(TimeSpan.FromSeconds(60), clock.EpochDuration);
        Assert.True(clock.Genesis < head.Time && clock.W1 < clock.W2 && clock.W2 < clock.W3 && clock.W3 < clock.W4);
        Assert.Equal(await devnet.Connection.Config.EpochAtQueryAsync(head.Time.ToUnixTimeSeconds()), clock.EpochAt(head.Time));

        var rules = await devnet.Protocol.GetRulesAsync(default);
        Assert.Equal((Send("10000"), Send("100000"), Send("1000")), (rules.MinStakeEdge, rules.MinStakeGuardian, rules.MinStakeWatchDog));
        var parameters = await devnet.Protocol.GetParametersAsync(default);
        Assert.Equal(Enum.GetValues<ProtocolParameter>(), parameters.Select(parameter => parameter.Parameter));
        Assert.All(parameters, parameter => Assert.True(parameter.Min <= parameter.Value && parameter.Value <= parameter.Max));
        Assert.Equal(rules.MaxCommission, parameters.Single(parameter => parameter.Parameter == ProtocolParameter.MaxCommission).Value);
    }

    private static BigInteger Send(string amount) => SendAmount.Parse(amount);

    private static Task<SendingException> RefusalAsync(Func<Task> action) => Assert.ThrowsAsync<SendingException>(action);

    private async Task RegisterAsync(UnlockedAccount owner, NodeRole role, string stake, UnlockedAccount? hot = null, string endpoint = "")
    {
        byte[] consent = hot is null ? [] : new StakingSignatures(devnet.Connection.Deployment).SignOperatorConsent(hot, owner.Address);
        var registration = new NodeRegistration(role, (hot ?? owner).Address, 500, endpoint, consent);
        await DoAsync(owner, await devnet.Actions.RegisterAsync(owner, registration, Send(stake), default));
    }

    private Task<TransactionResult> DoAsync(UnlockedAccount account, TransactionPlan plan) => devnet.SendAsync(plan, account);
}
