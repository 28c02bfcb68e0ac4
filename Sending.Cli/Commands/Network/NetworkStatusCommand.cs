using System.Globalization;
using System.Text.Json.Nodes;
using Sending.Chain.Rpc;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Network;

/// <summary>Shows the RPC endpoints of the network and whether they are well.</summary>
internal sealed class NetworkStatusCommand() : CliCommand("status", "Show the network's RPC endpoints and whether they are well")
{
    public override IReadOnlyList<string> Examples =>
        ["network status", "network status --rpc-url http://127.0.0.1:8545,https://rpc.example.org --json"];

    public override IReadOnlyList<string> Next => ["config show", "node list"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var connection = session.Connection;
        await connection.ProbeAsync(cancellationToken).ConfigureAwait(false);
        return new Report("")
            .Add("network", "Network", Value.Of(connection.Deployment.Network))
            .Add("chainId", "Chain id", Value.Id(connection.Deployment.ChainId))
            .Add(new Table(
                "endpoints",
                [
                    new("url", "Endpoint"),
                    new("state", "State"),
                    new("head", "Head", Right: true),
                    new("headTime", "Time of its head"),
                    new("latencyMs", "Latency", Right: true),
                    new("problem", "Problem"),
                ],
                [.. connection.Health.Select(Row)],
                ""));
    }

    private static Value[] Row(EndpointHealth endpoint) =>
    [
        Value.Of(endpoint.Url),
        Value.Of(State(endpoint.State)),
        endpoint.Head is { } head ? Value.Id(head) : Value.None,
        endpoint.HeadTime is { } time ? Value.Time(time) : Value.None,
        endpoint.Latency is { } latency ? Milliseconds(latency) : Value.None,
        endpoint.Problem is { } problem ? Value.Of(problem) : Value.None,
    ];

    private static Value Milliseconds(TimeSpan latency)
    {
        var whole = (long)Math.Ceiling(latency.TotalMilliseconds);
        return new Value(string.Create(CultureInfo.InvariantCulture, $"{whole} ms"), JsonValue.Create(whole));
    }

    private static string State(EndpointState state) => state switch
    {
        EndpointState.RateLimited => "rate-limited",
        EndpointState.WrongChain => "wrong-chain",
        _ => state.ToString().ToLowerInvariant(),
    };
}
