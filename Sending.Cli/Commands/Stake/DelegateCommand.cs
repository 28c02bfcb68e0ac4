using System.CommandLine;
using Nethereum.Util;
using Sending.Chain.Amounts;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Stakes on somebody else's node.</summary>
internal sealed class DelegateCommand : TransactionCommand
{
    private readonly Argument<string> _amount = Common.Amount("your balance");
    private readonly Option<string> _node = new("--node") { HelpName = "name|address", Description = "Owner of the node", Required = true };

    public DelegateCommand()
        : base("delegate", "Stake SEND on somebody else's node and share its rewards")
    {
        Add(_amount);
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["delegate 5000 --node bob", "delegate 50% --node 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --account carol"];

    public override IReadOnlyList<string> Next => ["rewards show", "undelegate <amount> --node <owner>"];

    protected override void Validate(Invocation invocation) => AmountRequest.Parse(invocation.Value(_amount)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var address = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await session.Accounts.AddressAsync(invocation.Value(_node)!, cancellationToken).ConfigureAwait(false);
        if (AddressUtil.Current.AreAddressesTheSame(address, owner))
        {
            throw CliException.Usage("own_node", "That is your own node; add to its stake with `sending-cli stake <amount>`.");
        }

        var node = await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        var balance = await session.Reader.GetBalanceAsync(address, cancellationToken).ConfigureAwait(false);
        var amount = AmountRequest.Parse(invocation.Value(_amount)!).Resolve(balance.Send);
        var account = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.StakeAsync(account, owner, amount, cancellationToken).ConfigureAwait(false);
        var position = await session.Reader.GetPositionAsync(owner, address, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Delegate {HumanAmount.Format(amount)} SEND to the node of {name.Text}.",
            plan,
            async (_, token) =>
            {
                var now = await session.Reader.GetPositionAsync(owner, address, token).ConfigureAwait(false);
                return new Report($"Delegated {HumanAmount.Format(amount)} SEND to the node of {name.Text}.")
                    .Add("delegated", "Delegated", Value.Send(amount))
                    .Add("node", "Node", name)
                    .Add("delegation", "Your stake there", Value.Send(now.Bonded))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next($"sending-cli rewards show --node {invocation.Value(_node)}", $"sending-cli undelegate <amount> --node {invocation.Value(_node)}");
            })
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(amount)),
                new("node", "Node", name),
                new("commission", "Node's commission", Value.Rate(node.Commission)),
                new("delegationAfter", "Your stake there after", Value.Send(position.Bonded + amount)),
                new("unbonding", "Leaving takes", Value.Span(rules.UnbondingPeriod)),
            ],
            Warnings = node.Active ? [] : [$"The node of {name.Text} is not active now; it earns nothing until it is."],
        };
    }
}
