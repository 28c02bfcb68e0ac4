using Sending.Chain.Devnet;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Says whether the devnet runs, and where its clock stands.</summary>
internal sealed class DevnetStatusCommand() : CliCommand("status", "Show whether the local network and its services run, and its time and epoch")
{
    public override IReadOnlyList<string> Examples => ["devnet status", "devnet status --json"];

    public override IReadOnlyList<string> Next => ["devnet up", "devnet logs", "devnet down"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var devnet = Devnets.Of(invocation);
        var status = await devnet.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        var (headline, next) = Describe(status.Condition);
        var report = new Report(headline)
            .Add("condition", null, Value.Of(status.Condition.ToString().ToLowerInvariant()))
            .Add("folder", "Folder", Value.Of(devnet.Folder.Path))
            .Next(next);
        if (status.State is { } state)
        {
            report.Add("rpcUrl", "RPC URL", state.RpcUrl is null ? Value.None : Value.Of(Devnets.Url(state))).Add("processId", "Process", Value.Id(state.ProcessId));
        }

        report.Add(Devnets.Services(status.Services));
        if (status.Head is { } head)
        {
            using var connection = await devnet.ConnectAsync(cancellationToken).ConfigureAwait(false);
            report.Add(await Devnets.ClockAsync(connection, head, cancellationToken).ConfigureAwait(false));
        }

        return report;
    }

    private static (string Headline, string[] Next) Describe(DevnetCondition condition) => condition switch
    {
        DevnetCondition.Stopped => ("No devnet runs here.", ["sending-cli devnet up --detach"]),
        DevnetCondition.Starting => ("The devnet is starting.", ["sending-cli devnet status"]),
        DevnetCondition.Running => ("The devnet runs.", ["sending-cli stake 25000 --role edge", "sending-cli devnet down"]),
        DevnetCondition.Silent => ("The devnet's node runs and does not answer.", ["sending-cli devnet logs", "sending-cli devnet reset"]),
        _ => ("The devnet's node has ended unasked.", ["sending-cli devnet logs", "sending-cli devnet up --detach"]),
    };
}
