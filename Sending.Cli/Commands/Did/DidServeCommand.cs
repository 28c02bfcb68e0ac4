using System.CommandLine;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sending.Chain.Events.Projection;
using Sending.Chain.Http;
using Sending.Chain.Http.Hosting;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;
using Sending.Crypto;

namespace Sending.Cli.Commands.Did;

/// <summary>Serves DID resolution over HTTP, and follows the chain for it, until Ctrl-C.</summary>
internal sealed class DidServeCommand : CliCommand
{
    private const int DefaultPort = 8088;

    private static readonly TimeSpan LeasePatience = TimeSpan.FromSeconds(2);

    private readonly Option<string> _listen = new("--listen") { HelpName = "address", Description = "Address to listen on (default: 127.0.0.1); TLS is a proxy's part" };
    private readonly Option<string> _port = new("--port") { HelpName = "n", Description = $"Port to listen on, 0 for any free one (default: {DefaultPort})" };
    private readonly Option<string> _index = new("--index") { HelpName = "file", Description = "File for what is read of the chain; each server needs its own" };

    public DidServeCommand()
        : base("serve", "Resolve DIDs over HTTP: W3C DID Resolution, GET /1.0/identifiers/{did}")
    {
        Add(_listen);
        Add(_port);
        Add(_index);
    }

    public override IReadOnlyList<string> Examples =>
        ["did serve", "did serve --port 0 --json", "did serve --listen 0.0.0.0 --rpc-url https://rpc.example.org,https://rpc.example.net"];

    public override IReadOnlyList<string> Next => ["network status"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var endpoint = new IPEndPoint(Address(invocation.Value(_listen)), Ports.Parse(invocation.Value(_port)) ?? DefaultPort);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var index = session.ServiceIndex("did-serve", invocation.Value(_index));
        if (invocation.DryRun)
        {
            return Served(new Report($"Dry run: DIDs would be served on {endpoint}.").Add("dryRun", null, Value.Of(true)), $"http://{endpoint}", index);
        }

        using var followed = await index.FollowAsync(LeasePatience, cancellationToken).ConfigureAwait(false);
        var resolver = new DidResolver(followed, session.Connection, invocation.Terminal.Clock);
        var host = ServiceHost.CreateBuilder([endpoint], resolver, session.Connection, () => followed.Health, invocation.Terminal.Clock).Build();
        host.UseChainHttp();
        await using (host.ConfigureAwait(false))
        {
            var url = (await ServiceHost.StartAsync(host, [endpoint], cancellationToken).ConfigureAwait(false))[0].GetLeftPart(UriPartial.Authority);
            Printer.Print(Served(new Report($"DIDs are served at {url}."), url, index), invocation.Json, invocation.Terminal);
            if (Secp256k1.Notice is { } notice)
            {
                host.Services.GetRequiredService<ILogger<DidServeCommand>>().LogInformation("{Notice}", notice);
            }

            invocation.Progress.Say("Ctrl-C ends it.");
            try
            {
                await followed.RunAsync(index.Progress, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Answers under way are finished below.
            }
            finally
            {
                await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        invocation.Progress.Say("Ended.");
        return new Report("") { Silent = true, Exit = ExitCode.Interrupted };
    }

    private static Report Served(Report report, string url, ProtocolIndex index) => report
        .Add("url", "URL", Value.Of(url))
        .Add("identifiersUrl", "DIDs", Value.Of($"{url}/1.0/identifiers/"))
        .Add("openApiUrl", "Description", Value.Of($"{url}/openapi.json"))
        .Add("index", "Index", Value.Of(index.Path));

    private static IPAddress Address(string? text) => text switch
    {
        null or "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(text, out var address) => address,
        _ => throw CliException.Usage("invalid_input", $"'{text}' is not an address to listen on, such as 127.0.0.1 or ::1; 0.0.0.0 is every one of this machine."),
    };
}
