using System.CommandLine;
using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Rewards;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Rewards;

/// <summary>Collects what a node has earned by settlements for those who stake there, and pays what is released to the account out.</summary>
internal sealed class RewardsClaimCommand : TransactionCommand
{
    private readonly Option<string> _node = Common.Node("your own");
    private readonly Option<string[]> _from = Common.From("proofs are served", "the guardians' endpoints");

    public RewardsClaimCommand()
        : base("claim", "Collect what a node has earned by settlements, and pay your released rewards out")
    {
        Add(_node);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["rewards claim", "rewards claim --node bob --account carol", "rewards claim --dry-run --from https://guardian.example.org"];

    public override IReadOnlyList<string> Next => ["rewards show", "stake <amount>"];

    protected override void Validate(Invocation invocation) => Common.ReadFrom(invocation, _from);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_node), cancellationToken).ConfigureAwait(false);
        var node = await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(node.Owner, cancellationToken).ConfigureAwait(false);
        var earnings = await session.Earnings.GetAsync(node.Owner, Common.ReadFrom(invocation, _from), cancellationToken).ConfigureAwait(false);
        var position = await session.Reader.GetPositionAsync(node.Owner, account, cancellationToken).ConfigureAwait(false);
        return earnings is { Proof: not null, Collectable.Sign: > 0 }
            ? await CollectAsync(session, account, node, name, earnings, position, cancellationToken).ConfigureAwait(false)
            : await ClaimAsync(session, account, node, name, position, earnings.Doubt(name.Text), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Change> ClaimAsync(
        Session session, string account, NodeView node, Value name, PositionView position, string? doubt, CancellationToken cancellationToken)
    {
        if (doubt is not null && position.ClaimableRewards.IsZero)
        {
            throw new SendingException(ErrorCode.ServiceUnreachable, doubt);
        }

        return new Change(
            $"Claim {HumanAmount.Format(position.ClaimableRewards)} SEND of rewards from the node of {name.Text}.",
            await session.Staking.ClaimAsync(account, node.Owner, cancellationToken).ConfigureAwait(false),
            async (result, token) => await CompleteAsync(session, new Report($"Claimed {HumanAmount.Format(ClaimedBy(result))} SEND of rewards."), name, ClaimedBy(result), token).ConfigureAwait(false))
        {
            Preview = [new("amount", "Amount", Value.Send(position.ClaimableRewards)), new("node", "Node", name)],
            Warnings = doubt is null ? [] : [doubt],
        };
    }

    /// <summary>What is collected goes to staking first: the owner's commission can be claimed at once, and is, with what was released before.</summary>
    private static async Task<Change> CollectAsync(
        Session session, string account, NodeView node, Value name, EarningsView earnings, PositionView position, CancellationToken cancellationToken)
    {
        TransactionResult? collected = null;
        return new Change(
            $"Collect {HumanAmount.Format(earnings.Collectable!.Value)} SEND that the node of {name.Text} has earned.",
            await session.Pool.CollectAsync(account, earnings.Proof!, cancellationToken).ConfigureAwait(false),
            async (result, token) =>
            {
                var distributed = collected!.Receipt.DecodeAllEvents<RewardsDistributedEventDTO>()[0].Event;
                var claimed = collected.Hash == result.Hash ? 0 : ClaimedBy(result);
                return (await CompleteAsync(session, new Report(Headline(distributed, name.Text, claimed)), name, claimed, token).ConfigureAwait(false))
                    .Add("collected", "Collected", Value.Send(distributed.Amount))
                    .Add("commission", "To the owner at once", Value.Send(distributed.ToOwner))
                    .Add("releasedAt", "Rest released until", distributed.ToOwner == distributed.Amount ? Value.None : Value.Time(ChainTime.FromUnix(distributed.ReleasedAt)))
                    .Add("collectTransactionHash", claimed.IsZero ? null : "Collected by", Value.Of(collected.Hash));
            })
        {
            Preview =
            [
                new("collectable", "To be collected", Value.Send(earnings.Collectable.Value)),
                new("node", "Node", name),
                new("settlementEpoch", "Settled up to epoch", Value.Id(earnings.Settlement!.Epoch)),
                new("nodeCommission", "Owner's commission", Value.Rate(node.Commission)),
                new("amount", "Claimable before", Value.Send(position.ClaimableRewards)),
            ],
            Warnings = ["A second transaction follows when the first leaves you something to claim. The gas shown is the first's."],
            ThenAsync = async (first, token) =>
            {
                collected = first;
                return (await session.Reader.GetPositionAsync(node.Owner, account, token).ConfigureAwait(false)).ClaimableRewards.IsZero
                    ? null
                    : await session.Staking.ClaimAsync(account, node.Owner, token).ConfigureAwait(false);
            },
        };
    }

    private static string Headline(RewardsDistributedEventDTO distributed, string node, BigInteger claimed)
    {
        var rest = distributed.ToOwner == distributed.Amount
            ? "all of it at once to its owner"
            : $"{HumanAmount.Format(distributed.ToOwner)} SEND of commission at once, the rest released evenly until {ChainTime.Format(ChainTime.FromUnix(distributed.ReleasedAt))}";
        var yours = claimed.IsZero ? "" : $" Claimed {HumanAmount.Format(claimed)} SEND of rewards.";
        return $"Collected {HumanAmount.Format(distributed.Amount)} SEND for the node of {node}: {rest}.{yours}";
    }

    private static BigInteger ClaimedBy(TransactionResult result)
        => result.Receipt.DecodeAllEvents<RewardsClaimedEventDTO>().Aggregate(BigInteger.Zero, (sum, log) => sum + log.Event.Amount);

    private static async Task<Report> CompleteAsync(Session session, Report report, Value node, BigInteger claimed, CancellationToken cancellationToken)
        => report
            .Add("claimed", "Claimed", Value.Send(claimed))
            .Add("node", "Node", node)
            .Add(await session.BalanceAsync(cancellationToken).ConfigureAwait(false))
            .Next("sending-cli rewards show");
}
