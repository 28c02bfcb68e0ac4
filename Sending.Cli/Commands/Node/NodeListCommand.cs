using System.CommandLine;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Lists the nodes of the network.</summary>
internal sealed class NodeListCommand : CliCommand
{
    private readonly Option<string> _role = new("--role") { HelpName = "edge|guardian|watchdog", Description = "Only nodes of this role" };

    public NodeListCommand()
        : base("list", "List the nodes of the network")
    {
        _role.CompletionSources.Add("edge", "guardian", "watchdog");
        Add(_role);
    }

    public override IReadOnlyList<string> Examples => ["node list", "node list --role guardian --json"];

    public override IReadOnlyList<string> Next => ["node show <owner>", "delegate <amount> --node <owner>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        NodeRole? role = invocation.Value(_role) is { } text ? NodeRoles.Parse(text) : null;
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var nodes = await session.Reader.ListNodesAsync(role, cancellationToken).ConfigureAwait(false);
        var rows = new List<Value[]>();
        foreach (var node in nodes)
        {
            rows.Add(
            [
                Value.Of(NodeRoles.Name(node.Role)),
                Value.Id(node.Index),
                await session.NameAsync(node.Owner, cancellationToken).ConfigureAwait(false),
                Value.Of(NodeStates.Of(node)),
                Value.Send(node.OwnBonded),
                Value.Send(node.DelegatedBonded),
                Value.Rate(node.Commission),
                node.Endpoint is { } endpoint ? Value.Of(endpoint) : Value.None,
            ]);
        }

        return new Report("")
            .Add(new Table(
                "nodes",
                [
                    new("role", "Role"),
                    new("index", "#", Right: true),
                    new("owner", "Owner"),
                    new("state", "State"),
                    new("ownStake", "Own stake", Right: true),
                    new("delegatedStake", "Delegated", Right: true),
                    new("commission", "Commission", Right: true),
                    new("endpoint", "Endpoint"),
                ],
                rows,
                "No nodes yet. Register the first with `sending-cli stake 25000 --role edge`."));
    }
}
