using System.CommandLine;
using System.Numerics;
using Nethereum.Util;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Rewards;

/// <summary>Shows what can be claimed, at every node, and what is still to be released there.</summary>
internal sealed class RewardsShowCommand : CliCommand
{
    private readonly Option<string> _node = Common.Node("every node that you have a stake at");

    public RewardsShowCommand()
        : base("show", "Show your rewards: what can be claimed, and what is to be released")
    {
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["rewards show", "rewards show --node bob --account carol"];

    public override IReadOnlyList<string> Next => ["rewards claim", "rewards restake"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var wanted = invocation.Value(_node) is { } named ? await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false) : null;
        var positions = await session.Reader.ListPositionsAsync(account, cancellationToken).ConfigureAwait(false);
        var rows = new List<Value[]>();
        var total = BigInteger.Zero;
        foreach (var position in positions.Where(position => wanted is null || AddressUtil.Current.AreAddressesTheSame(position.Node, wanted)))
        {
            var node = await session.Reader.GetNodeAsync(position.Node, cancellationToken).ConfigureAwait(false);
            total += position.ClaimableRewards;
            rows.Add(
            [
                await session.NameAsync(position.Node, cancellationToken).ConfigureAwait(false),
                Value.Send(position.Bonded),
                Value.Send(position.ClaimableRewards),
                Value.Send(node.UnreleasedRewards),
                node.RewardsReleasedAt is { } until ? Value.Time(until) : Value.None,
            ]);
        }

        return new Report($"{HumanAmount.Format(total)} SEND can be claimed.")
            .Add("account", "Account", await session.NameAsync(account, cancellationToken).ConfigureAwait(false))
            .Add("claimable", null, Value.Send(total))
            .Add(new Table(
                "positions",
                [
                    new("node", "Node"),
                    new("stake", "Your stake", Right: true),
                    new("claimable", "Claimable", Right: true),
                    new("unreleased", "Node's unreleased", Right: true),
                    new("releasedAt", "Released until"),
                ],
                rows,
                "You have no stake. Begin with `sending-cli stake <amount> --role edge`, or `sending-cli delegate <amount> --node <owner>`."))
            .Next(total.IsZero ? [] : ["sending-cli rewards claim", "sending-cli rewards restake"]);
    }
}
