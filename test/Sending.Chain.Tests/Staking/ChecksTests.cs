using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Staking;

namespace Sending.Chain.Tests.Staking;

public class ChecksTests
{
    private const string Alice = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    private const string Bob = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly StakingRules Rules = new(
        Send("10000"), Send("100000"), Send("1000"), 4, TimeSpan.FromMinutes(10), 3_000, 500, TimeSpan.FromMinutes(2));

    private static readonly BalanceView Balance = new(Alice, Send("30000"), Send("1"));
    private static readonly NodeView Node = new(
        Bob, NodeRole.Edge, 0, Bob, true, false, false, 500, null, Send("30000"), Send("10000"), 0, 0, Send("30000"), 0, null, 0);

    private static readonly NodeRegistration Edge = new(NodeRole.Edge, Alice, 500, "", []);

    [Fact]
    public void A_right_registration_has_no_problem()
        => Assert.Empty(EntryChecks.Register(Edge, Send("10000"), Balance, Rules, null, null, null));

    [Fact]
    public void A_stake_under_the_minimum_names_it_and_the_command()
        => AssertProblem(
            EntryChecks.Register(Edge, Send("9999.5"), Balance, Rules, null, null, null),
            "minimumStake", "9,999.5 SEND", "10,000 SEND", "sending-cli stake 10000 --role edge");

    [Fact]
    public void More_than_the_balance_names_what_is_missing_and_where_to_get_it()
        => AssertProblem(
            EntryChecks.Register(Edge, Send("30001"), Balance, Rules, null, null, null),
            "balance", "holds 30,000 SEND", "1 SEND less", $"devnet fund {Alice} --send 1");

    [Fact]
    public void All_problems_are_told_at_once()
        => Assert.Equal(
            ["paused", "balance", "minimumStake", "commission", "operator"],
            EntryChecks.Register(
                new NodeRegistration(NodeRole.Guardian, Bob, 3_001, "", []), Send("40000"), Balance, Rules, null, Bob, Now)
                .Select(problem => problem.Check));

    [Fact]
    public void A_commission_over_the_bound_names_it()
        => AssertProblem(
            EntryChecks.Register(Edge with { Commission = 3_100 }, Send("10000"), Balance, Rules, null, null, null),
            "commission", "31%", "30%");

    [Fact]
    public void An_operator_in_use_names_its_node()
        => AssertProblem(
            EntryChecks.Register(Edge with { Operator = Bob }, Send("10000"), Balance, Rules, null, Bob, null),
            "operator", Bob, "account new");

    [Fact]
    public void An_operator_that_was_the_owners_before_is_free_for_him()
        => Assert.Empty(EntryChecks.Register(Edge, Send("10000"), Balance, Rules, null, Alice.ToLowerInvariant(), null));

    [Fact]
    public void A_second_registration_in_another_role_is_refused()
        => AssertProblem(
            EntryChecks.Register(Edge with { Role = NodeRole.Guardian }, Send("10000"), Balance, Rules, Node, null, null),
            "role", "registered as edge", "guardian");

    [Fact]
    public void A_second_registration_in_the_same_role_points_to_adding()
        => AssertProblem(EntryChecks.Register(Edge, Send("10000"), Balance, Rules, Node, null, null), "registered", "without --role");

    [Fact]
    public void A_pause_says_until_when_and_what_works()
        => AssertProblem(
            EntryChecks.Stake(Send("1"), Balance, Node, Rules, Now), "paused", "2027-01-15 08:00:00 UTC", "unstaking");

    [Fact]
    public void Nothing_is_staked_at_a_tombstoned_node()
        => AssertProblem(EntryChecks.Stake(Send("1"), Balance, Node with { Tombstoned = true }, Rules, null), "tombstoned", Bob, "node list");

    [Theory]
    [InlineData("20000", true)]
    [InlineData("20000.000000000000000001", false)]
    public void Delegation_fits_the_nodes_own_stake(string amount, bool fits)
    {
        var problems = EntryChecks.Stake(Send(amount), Balance, Node, Rules, null).ToList();
        if (fits)
        {
            Assert.Empty(problems);
        }
        else
        {
            AssertProblem(problems, "delegationLimit", "at most 40,000 SEND", "20,000 SEND are left", $"delegate 20000 --node {Bob}");
        }
    }

    [Fact]
    public void A_full_node_points_to_others()
        => AssertProblem(
            EntryChecks.Stake(Send("1"), Balance, Node with { Bonded = Send("50000") }, Rules, null),
            "delegationLimit", "0 SEND are left", "node list");

    [Fact]
    public void The_owners_own_stake_has_no_limit()
        => Assert.Empty(EntryChecks.Stake(Send("30000"), Balance with { Account = Bob }, Node, Rules, null));

    [Fact]
    public void Rebonding_needs_no_balance_but_an_open_node()
    {
        Assert.Empty(EntryChecks.Rebond(Send("20000"), Alice, Node, Rules, null));
        Assert.Equal(
            ["paused", "tombstoned", "delegationLimit"],
            EntryChecks.Rebond(Send("20001"), Alice, Node with { Tombstoned = true }, Rules, Now).Select(problem => problem.Check));
    }

    [Theory]
    [InlineData("0", "amount", "more than 0")]
    [InlineData("500.1", "stake", "500.1 SEND is more than the 500 SEND")]
    public void An_unstake_fits_the_stake(string amount, string check, string text)
        => AssertProblem(ExitChecks.Unstake(Send(amount), Position("500")), check, text);

    [Fact]
    public void Unstaking_everything_is_no_problem() => Assert.Empty(ExitChecks.Unstake(Send("500"), Position("500")));

    [Fact]
    public void Nothing_staked_is_told() => AssertProblem(ExitChecks.Unstake(Send("1"), Position("0")), "stake", "nothing staked");

    [Fact]
    public void A_withdrawal_before_its_time_says_when_and_how_long()
        => AssertProblem(
            ExitChecks.Withdraw([Request(7, 90), Request(8, 30)], Now),
            "time", "Request 8 over 5 SEND", "2027-01-15 08:00:30 UTC", "in 30s", "devnet advance 30s");

    [Fact]
    public void A_withdrawal_takes_what_is_mature()
    {
        Assert.Empty(ExitChecks.Withdraw([Request(1, 0), Request(2, 60)], Now));
        Assert.Empty(ExitChecks.WithdrawOne(1, Request(1, 0), Now));
        AssertProblem(ExitChecks.WithdrawOne(2, Request(2, 60), Now), "time", "Request 2");
        AssertProblem(ExitChecks.WithdrawOne(3, null, Now), "request", "no open unstake request 3");
        AssertProblem(ExitChecks.Withdraw([], Now), "request", "sending-cli unstake <amount>");
    }

    [Fact]
    public void Nothing_to_claim_says_what_is_coming()
    {
        var node = Node with { UnreleasedRewards = Send("12.5"), RewardsReleasedAt = Now };
        AssertProblem(ExitChecks.Claim(Position("500"), node), "rewards", "0 SEND", "12.5 SEND", "until 2027-01-15 08:00:00 UTC");
        AssertProblem(ExitChecks.Claim(Position("500"), Node), "rewards", "nothing to claim");
        Assert.Empty(ExitChecks.Claim(Position("500") with { ClaimableRewards = 1 }, Node));
    }

    [Theory]
    [InlineData(1_000, null, null)]
    [InlineData(0, null, null)]
    [InlineData(1_001, "commissionStep", "set-commission 10%")]
    [InlineData(3_001, "commission", "30%")]
    public void A_commission_moves_in_steps(int commission, string? check, string? text)
    {
        var problems = NodeChecks.SetCommission(commission, Node, Rules).ToList();
        if (check is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            AssertProblem(problems, check, text!);
        }
    }

    [Fact]
    public void A_commission_above_a_lowered_bound_may_fall()
        => Assert.Empty(NodeChecks.SetCommission(3_800, Node with { Commission = 4_000 }, Rules));

    [Fact]
    public void An_operator_changes_to_a_free_key_or_an_own_former_one()
    {
        Assert.Empty(NodeChecks.SetOperator(Alice, Node, null));
        Assert.Empty(NodeChecks.SetOperator(Alice, Node, Bob));
        AssertProblem(NodeChecks.SetOperator(Alice, Node, Alice), "operator", "belongs to the node of " + Alice);
        AssertProblem(NodeChecks.SetOperator(Bob, Node, Bob), "operator", "already");
    }

    [Fact]
    public void Only_a_suspended_guardian_is_resumed_by_owner_or_operator()
    {
        var guardian = Node with { Role = NodeRole.Guardian, Suspended = true, Operator = Alice };
        Assert.Empty(NodeChecks.Resume(Alice, guardian));
        Assert.Empty(NodeChecks.Resume(Bob, guardian));
        AssertProblem(NodeChecks.Resume("0x90F79bf6EB2c4f870365E785982E1f101E93b906", guardian), "operator", "neither owner nor operator");
        AssertProblem(NodeChecks.Resume(Bob, guardian with { Suspended = false }), "suspended", "not suspended");
        AssertProblem(NodeChecks.Resume(Bob, Node), "role", "only guardians");
    }

    private static BigInteger Send(string amount) => SendAmount.Parse(amount);

    private static PositionView Position(string bonded) => new(Bob, Alice, Send(bonded), 0);

    private static RequestView Request(int id, int seconds) => new(Bob, Alice, id, Send("5"), Now.AddSeconds(seconds));

    private static void AssertProblem(IEnumerable<Problem> problems, string check, params string[] texts)
    {
        var problem = Assert.Single(problems);
        Assert.Equal(check, problem.Check);
        Assert.All(texts, text => Assert.Contains(text, problem.Message));
    }
}
