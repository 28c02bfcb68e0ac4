using System.CommandLine;
using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Rewards;

/// <summary>Pays released rewards out.</summary>
internal sealed class RewardsClaimCommand : TransactionCommand
{
    private readonly Option<string> _node = Common.Node("your own");

    public RewardsClaimCommand()
        : base("claim", "Pay your released rewards out")
    {
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["rewards claim", "rewards claim --node bob --account carol"];

    public override IReadOnlyList<string> Next => ["rewards show", "stake <amount>"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_node), cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.ClaimAsync(account, owner, cancellationToken).ConfigureAwait(false);
        var position = await session.Reader.GetPositionAsync(owner, account, cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Claim {HumanAmount.Format(position.ClaimableRewards)} SEND of rewards from the node of {name.Text}.",
            plan,
            async (result, token) =>
            {
                var claimed = result.Receipt.DecodeAllEvents<RewardsClaimedEventDTO>().Aggregate(BigInteger.Zero, (sum, log) => sum + log.Event.Amount);
                return new Report($"Claimed {HumanAmount.Format(claimed)} SEND of rewards.")
                    .Add("claimed", "Claimed", Value.Send(claimed))
                    .Add("node", "Node", name)
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next("sending-cli rewards show");
            })
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(position.ClaimableRewards)),
                new("node", "Node", name),
            ],
        };
    }
}
