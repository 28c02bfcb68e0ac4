using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Cli.Commands.Services;
using Sending.Guardian;

namespace Sending.Cli.Commands.Guardian;

/// <summary>Runs a guardian.</summary>
internal sealed class GuardianRunCommand() : ServiceCommand(
    GuardianService.Kind, GuardianService.DefaultPort, "Run a guardian: audit Edges, score them, sign settlements", SettingNames.OfGuardians)
{
    public override IReadOnlyList<string> Examples =>
    [
        "guardian run --account alice",
        "guardian run --observe",
        "guardian run --account hot --listen 0.0.0.0:8091 --public-url https://guardian.example.org --password-file /etc/sending/password",
    ];

    public override IReadOnlyList<string> Next => ["node show", "rewards show", "guardian record export <file>"];

    protected override Task RunAsync(ServiceOptions options, Terminal terminal, Action<ServiceAddress> started, CancellationToken cancellationToken)
        => GuardianService.RunAsync(options, terminal.In, started, terminal.Clock, cancellationToken);
}
