using System.CommandLine;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Publishes where a node's service is.</summary>
internal sealed class NodeSetEndpointCommand : TransactionCommand
{
    private readonly Argument<string> _url = new("url") { Description = "Public base URL of the node's service, http or https" };

    public NodeSetEndpointCommand()
        : base("set-endpoint", "Publish the URL of your node's service")
    {
        Add(_url);
    }

    public override IReadOnlyList<string> Examples => ["node set-endpoint https://edge.example.org"];

    public override IReadOnlyList<string> Next => ["node show"];

    protected override void Validate(Invocation invocation) => NodeEndpoint.Parse(invocation.Value(_url)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var endpoint = NodeEndpoint.Parse(invocation.Value(_url)!);
        var owner = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.SetEndpointAsync(owner, endpoint, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Publish {endpoint} as your node's endpoint.",
            plan,
            (_, _) => Task.FromResult(new Report($"Published {endpoint} as your node's endpoint.")
                .Add("endpoint", "Endpoint", Value.Of(endpoint))
                .Next("sending-cli node show")))
        {
            Preview = [new("endpoint", "Endpoint", Value.Of(endpoint))],
        };
    }
}
