using System.CommandLine;
using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Rewards;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Rewards;

/// <summary>Shows what can be claimed, at every node, what is still to be released there, and what the nodes have earned by settlements.</summary>
internal sealed class RewardsShowCommand : CliCommand
{
    private readonly Option<string> _node = Common.Node("every node that you have a stake at");
    private readonly Option<string[]> _from = Common.From("proofs are served", "the guardians' endpoints");

    public RewardsShowCommand()
        : base("show", "Show your rewards: what can be claimed, what is to be released, and what nodes have earned")
    {
        Add(_node);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["rewards show", "rewards show --node bob --account carol", "rewards show --from https://guardian.example.org"];

    public override IReadOnlyList<string> Next => ["rewards claim", "rewards restake"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var sources = Common.ReadFrom(invocation, _from);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var wanted = invocation.Value(_node) is { } named ? await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false) : null;
        var positions = (await session.Reader.ListPositionsAsync(account, cancellationToken).ConfigureAwait(false))
            .Where(position => wanted is null || Same(position.Node, wanted))
            .ToList();
        var total = positions.Aggregate(BigInteger.Zero, (sum, position) => sum + position.ClaimableRewards);
        var earnings = new List<EarningsView>();
        foreach (var node in wanted is null ? positions.Select(position => position.Node) : [(await session.Reader.GetNodeAsync(wanted, cancellationToken).ConfigureAwait(false)).Owner])
        {
            earnings.Add(await session.Earnings.GetAsync(node, sources, cancellationToken).ConfigureAwait(false));
        }

        var collectable = earnings.Aggregate(BigInteger.Zero, (sum, each) => sum + (each.Collectable ?? 0));
        var report = new Report(collectable.IsZero
                ? $"{HumanAmount.Format(total)} SEND can be claimed."
                : $"{HumanAmount.Format(total)} SEND can be claimed, and {HumanAmount.Format(collectable)} SEND that nodes have earned be collected for those who stake there.")
            .Add("account", "Account", await session.NameAsync(account, cancellationToken).ConfigureAwait(false))
            .Add("claimable", null, Value.Send(total))
            .Add("collectable", null, Value.Send(collectable))
            .Add("settlementEpoch", earnings.Any(each => each.Settlement is not null) ? "Settled up to epoch" : null, earnings.Find(each => each.Settlement is not null) is { } settled ? Value.Id(settled.Settlement!.Epoch) : Value.None)
            .Add(await PositionsAsync(session, positions, cancellationToken).ConfigureAwait(false));
        if (earnings.Exists(each => each.Settlement is not null))
        {
            report.Add(await EarningsAsync(session, account, earnings, cancellationToken).ConfigureAwait(false));
        }

        foreach (var each in earnings)
        {
            if (each.Doubt((await session.NameAsync(each.Node, cancellationToken).ConfigureAwait(false)).Text) is { } doubt)
            {
                report.Warn(doubt);
            }
        }

        return report.Next(total.IsZero && collectable.IsZero ? [] : ["sending-cli rewards claim", .. total.IsZero ? [] : new[] { "sending-cli rewards restake" }]);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static async Task<Table> PositionsAsync(Session session, IReadOnlyList<PositionView> positions, CancellationToken cancellationToken)
    {
        var rows = new List<Value[]>();
        foreach (var position in positions)
        {
            var node = await session.Reader.GetNodeAsync(position.Node, cancellationToken).ConfigureAwait(false);
            rows.Add(
            [
                await session.NameAsync(position.Node, cancellationToken).ConfigureAwait(false),
                Value.Send(position.Bonded),
                Value.Send(position.ClaimableRewards),
                Value.Send(node.UnreleasedRewards),
                node.RewardsReleasedAt is { } until ? Value.Time(until) : Value.None,
            ]);
        }

        return new Table(
            "positions",
            [
                new("node", "Node"),
                new("stake", "Your stake", Right: true),
                new("claimable", "Claimable", Right: true),
                new("unreleased", "Node's unreleased", Right: true),
                new("releasedAt", "Released until"),
            ],
            rows,
            "You have no stake. Begin with `sending-cli stake <amount> --role edge`, or `sending-cli delegate <amount> --node <owner>`.");
    }

    private static async Task<Table> EarningsAsync(Session session, string account, IReadOnlyList<EarningsView> earnings, CancellationToken cancellationToken)
    {
        var rows = new List<Value[]>();
        foreach (var each in earnings)
        {
            var cost = each is { Proof: { } proof, Collectable.IsZero: false } ? await CostAsync(session, account, proof, cancellationToken).ConfigureAwait(false) : null;
            rows.Add(
            [
                await session.NameAsync(each.Node, cancellationToken).ConfigureAwait(false),
                each.Settled is { } settled ? Value.Send(settled) : Value.None,
                Value.Send(each.Collected),
                each.Collectable is { } collectable ? Value.Send(collectable) : Value.None,
                cost is { } fee ? Value.Eth(fee) : Value.None,
                cost is { IsZero: false } price ? Value.Send(each.Collectable!.Value * SendAmount.One / price) : Value.None,
            ]);
        }

        return new Table(
            "earnings",
            [
                new("node", "Node"),
                new("settled", "Earned", Right: true),
                new("collected", "Collected", Right: true),
                new("collectable", "To be collected", Right: true),
                new("collectingCosts", "Collecting costs", Right: true),
                new("worthBelow", "Worth it while an ETH is below", Right: true),
            ],
            rows,
            "");
    }

    /// <summary>In wei; null when the account could not pay it.</summary>
    private static async Task<BigInteger?> CostAsync(Session session, string account, Chain.Settlements.EarningsProof proof, CancellationToken cancellationToken)
    {
        try
        {
            return (await session.Pool.CollectAsync(account, proof, cancellationToken).ConfigureAwait(false)).ExpectedFee;
        }
        catch (SendingException error) when (error.Code == ErrorCode.CheckFailed)
        {
            return null;
        }
    }
}
