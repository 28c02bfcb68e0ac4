using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Cli.Commands.Services;
using Sending.Edge;

namespace Sending.Cli.Commands.Edge;

/// <summary>Runs an Edge.</summary>
internal sealed class EdgeRunCommand() : ServiceCommand(EdgeService.Kind, EdgeService.DefaultPort, "Run an Edge: relay envelopes, earn their fees", SettingNames.OfEdges)
{
    public override IReadOnlyList<string> Examples =>
    [
        "edge run --account alice",
        "edge run --account hot --listen 0.0.0.0:8090 --public-url https://edge.example.org --password-file /etc/sending/password",
    ];

    public override IReadOnlyList<string> Next => ["node show", "message send hello --to bob"];

    protected override Task RunAsync(ServiceOptions options, Terminal terminal, Action<ServiceAddress> started, CancellationToken cancellationToken)
        => EdgeService.RunAsync(options, terminal.In, started, terminal.Clock, cancellationToken);
}
