using System.CommandLine;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Shows all that is known of a node.</summary>
internal sealed class NodeShowCommand : CliCommand
{
    private readonly Argument<string> _owner = new("owner")
    {
        Description = "Name or address of the node's owner (default: your own)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public NodeShowCommand()
        : base("show", "Show a node: stake, weight, commission, operator, endpoint")
    {
        Add(_owner);
    }

    public override IReadOnlyList<string> Examples => ["node show", "node show bob", "node show 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --json"];

    public override IReadOnlyList<string> Next => ["stake <amount>", "rewards show", "unstake list"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_owner), cancellationToken).ConfigureAwait(false);
        var node = await session.Reader.GetNodeWithEndpointAsync(owner, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        var state = NodeStates.Of(node);
        var report = new Report($"Node {NodeRoles.Name(node.Role)} #{node.Index}, {state}.")
            .Add("owner", "Owner", await session.NameAsync(node.Owner, cancellationToken).ConfigureAwait(false))
            .Add("role", "Role", Value.Of(NodeRoles.Name(node.Role)))
            .Add("index", null, Value.Id(node.Index))
            .Add("state", "State", Value.Of(state))
            .Add("operator", "Operator", await session.NameAsync(node.Operator, cancellationToken).ConfigureAwait(false))
            .Add("endpoint", "Endpoint", node.Endpoint is { } endpoint ? Value.Of(endpoint) : Value.None)
            .Add("commission", "Commission", Value.Rate(node.Commission))
            .Add("nextCommission", null, node.NextCommission is { } next ? Value.Rate(next.Commission) : Value.None)
            .Add("nextCommissionAt", null, node.NextCommission is { } change ? Value.Time(change.EffectiveAt) : Value.None)
            .Add("ownStake", "Own stake", Value.Send(node.OwnBonded))
            .Add("minimumStake", "Role's minimum", Value.Send(rules.MinStake(node.Role)))
            .Add("delegatedStake", "Delegated", Value.Send(node.DelegatedBonded))
            .Add("delegationLimit", "Takes at most", Value.Send(node.OwnBonded * rules.MaxDelegationRatio))
            .Add("weight", "Weight", Value.Send(node.Weight))
            .Add("unbonding", "Unbonding", Value.Send(node.Unbonding))
            .Add("unreleasedRewards", "Unreleased rewards", Value.Send(node.UnreleasedRewards));
        return node.NextCommission is { } coming
            ? report.Warn($"The commission becomes {Value.Rate(coming.Commission).Text} on {Value.Time(coming.EffectiveAt).Text}.")
            : report;
    }
}

/// <summary>A node's state in a word.</summary>
internal static class NodeStates
{
    public static string Of(NodeView node) => node switch
    {
        { Tombstoned: true } => "closed for ever",
        { Suspended: true } => "suspended",
        { Active: true } => "active",
        _ => "inactive",
    };
}
