using System.CommandLine;
using Sending.Chain.Devnet;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Starts a local network: a node, the contracts, ready accounts.</summary>
internal sealed class DevnetUpCommand : CliCommand
{
    private readonly Option<bool> _detach = new("--detach", "-d") { Description = "Return when it is up; it goes on until `devnet down`" };
    private readonly Option<string> _port = new("--port") { HelpName = "n", Description = "Port of the node on 127.0.0.1, 0 for any free one (default: 8545)" };

    public DevnetUpCommand()
        : base("up", "Start a local network with the contracts and ready accounts")
    {
        Add(_detach);
        Add(_port);
    }

    public override IReadOnlyList<string> Examples => ["devnet up", "devnet up --detach", "devnet up --detach --port 0"];

    public override IReadOnlyList<string> Next => ["stake 25000 --role edge", "devnet status", "devnet down"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var options = new DevnetOptions();
        options = options with { Port = Ports.Parse(invocation.Value(_port)) ?? options.Port };
        var devnet = Devnets.Of(invocation);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: a devnet would be started in {devnet.Folder.Path}, on port {options.Port}.")
                .Add("dryRun", null, Value.Of(true))
                .Add("folder", null, Value.Of(devnet.Folder.Path))
                .Add("port", null, Value.Id(options.Port));
        }

        var state = await devnet.UpAsync(options, invocation.Progress, cancellationToken).ConfigureAwait(false);
        var report = Devnets.Started($"The devnet is up at {Devnets.Url(state)}.", state, devnet.Folder);
        return invocation.Value(_detach) ? report : await StayAsync(devnet, state, report, invocation, cancellationToken).ConfigureAwait(false);
    }

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
