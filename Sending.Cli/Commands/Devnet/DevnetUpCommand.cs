using System.CommandLine;
using System.Globalization;
using Sending.Chain.Amounts;
using Sending.Chain.Devnet;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Starts a local network: a node, the contracts, ready accounts, and services where they are asked for.</summary>
internal sealed class DevnetUpCommand : CliCommand
{
    private readonly Option<bool> _detach = new("--detach", "-d") { Description = "Return when it is up; it goes on until `devnet down`" };
    private readonly Option<string> _port = new("--port") { HelpName = "n", Description = "Port of the node on 127.0.0.1, 0 for any free one (default: 8545)" };

    private readonly Option<bool> _services = new("--services") { Description = $"Run {DefaultGuardians} Guardians and {DefaultEdges} Edges too, as processes of their own" };
    private readonly Option<string> _guardians = new("--guardians") { HelpName = "n", Description = "So many Guardians" };
    private readonly Option<string> _edges = new("--edges") { HelpName = "n", Description = "So many Edges" };
    private readonly Option<string> _epoch = new("--epoch") { HelpName = "duration", Description = "An epoch's length, a multiple of 1m; windows are stretched with it (default: 1m)" };

    private const int DefaultGuardians = 3;
    private const int DefaultEdges = 2;

    public DevnetUpCommand()
        : base("up", "Start a local network with the contracts and ready accounts, and Edges and Guardians if you like")
    {
        Add(_detach);
        Add(_port);
        Add(_services);
        Add(_guardians);
        Add(_edges);
        Add(_epoch);
    }

    public override IReadOnlyList<string> Examples =>
        ["devnet up", "devnet up --detach --services", "devnet up --detach --port 0", "devnet up --detach --guardians 1 --edges 2 --epoch 10m"];

    public override IReadOnlyList<string> Next => ["stake 25000 --role edge", "devnet status", "devnet down"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var options = new DevnetOptions();
        var services = invocation.Value(_services);
        options = options with
        {
            Port = Ports.Parse(invocation.Value(_port)) ?? options.Port,
            Guardians = Count(invocation, _guardians) ?? (services ? DefaultGuardians : 0),
            Edges = Count(invocation, _edges) ?? (services ? DefaultEdges : 0),
            Epoch = invocation.Value(_epoch) is { } epoch ? Duration.Parse(epoch) : null,
        };
        var devnet = Devnets.Of(invocation);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: a devnet would be started in {devnet.Folder.Path}, on port {options.Port}, with {options.Guardians} Guardians and {options.Edges} Edges.")
                .Add("dryRun", null, Value.Of(true))
                .Add("folder", null, Value.Of(devnet.Folder.Path))
                .Add("port", null, Value.Id(options.Port))
                .Add("guardians", null, Value.Id(options.Guardians))
                .Add("edges", null, Value.Id(options.Edges));
        }

        var state = await devnet.UpAsync(options, invocation.Progress, cancellationToken).ConfigureAwait(false);
        var report = Devnets.Started($"The devnet is up at {Devnets.Url(state)}.", state, devnet.Folder).Add(Devnets.Services(await devnet.ListServicesAsync(cancellationToken).ConfigureAwait(false)));
        return invocation.Value(_detach) ? report : await StayAsync(devnet, state, report, invocation, cancellationToken).ConfigureAwait(false);
    }

    private static int? Count(Invocation invocation, Option<string> option) => invocation.Value(option) switch
    {
        null => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw CliException.Usage("invalid_input", $"{option.Name} '{text}' is not a whole number."),
    };

    /// <summary>Stays until Ctrl-C, which takes the devnet down, or until somebody else does.</summary>
    private static async Task<Report> StayAsync(LocalDevnet devnet, DevnetState state, Report report, Invocation invocation, CancellationToken cancellationToken)
    {
        Printer.Print(report, invocation.Json, invocation.Terminal);
        invocation.Progress.Say("Ctrl-C takes it down.");
        bool takenDown;
        try
        {
            takenDown = await devnet.WaitForExitAsync(state, invocation.Progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await devnet.DownAsync(invocation.Progress, CancellationToken.None).ConfigureAwait(false);
            invocation.Progress.Say("The devnet is down.");
            return new Report("") { Silent = true, Exit = ExitCode.Interrupted };
        }

        if (!takenDown)
        {
            invocation.Progress.Say("Error: The devnet's node has ended unasked. See its last words with `sending-cli devnet logs`, and start anew with `sending-cli devnet up`.");
            return new Report("") { Silent = true, Exit = ExitCode.Failed };
        }

        invocation.Progress.Say("The devnet was taken down.");
        return new Report("") { Silent = true };
    }
}
