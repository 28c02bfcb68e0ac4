using System.CommandLine;
using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Rewards;

/// <summary>Stakes released rewards where they were earned.</summary>
internal sealed class RewardsRestakeCommand : TransactionCommand
{
    private readonly Option<string> _node = Common.Node("your own");

    public RewardsRestakeCommand()
        : base("restake", "Stake your released rewards where they were earned")
    {
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["rewards restake", "rewards restake --node bob --account carol"];

    public override IReadOnlyList<string> Next => ["rewards show", "node show"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_node), cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.RestakeAsync(account, owner, cancellationToken).ConfigureAwait(false);
        var position = await session.Reader.GetPositionAsync(owner, account, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Restake {HumanAmount.Format(position.ClaimableRewards)} SEND of rewards on the node of {name.Text}.",
            plan,
            async (result, token) =>
            {
                var restaked = result.Receipt.DecodeAllEvents<RewardsRestakedEventDTO>().Aggregate(BigInteger.Zero, (sum, log) => sum + log.Event.Amount);
                return new Report($"Restaked {HumanAmount.Format(restaked)} SEND of rewards.")
                    .Add("restaked", "Restaked", Value.Send(restaked))
                    .Add("node", "Node", name)
                    .Add("stakeAfter", "Your stake", Value.Send((await session.Reader.GetPositionAsync(owner, account, token).ConfigureAwait(false)).Bonded))
                    .Next("sending-cli rewards show", "sending-cli node show");
            })
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(position.ClaimableRewards)),
                new("node", "Node", name),
                new("stakeAfter", "Your stake after", Value.Send(position.Bonded + position.ClaimableRewards)),
                new("unbonding", "Leaving takes", Value.Span(rules.UnbondingPeriod)),
            ],
        };
    }
}
