using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Ends the devnet and starts it anew; its chain begins again.</summary>
internal sealed class DevnetResetCommand() : CliCommand("reset", "End the local network and start it anew, with an empty chain")
{
    public override IReadOnlyList<string> Examples => ["devnet reset"];

    public override IReadOnlyList<string> Next => ["stake 25000 --role edge", "devnet status"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var devnet = Devnets.Of(invocation);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: the devnet in {devnet.Folder.Path} would be ended and started anew.").Add("dryRun", null, Value.Of(true)).Add("folder", null, Value.Of(devnet.Folder.Path));
        }

        var state = await devnet.ResetAsync(invocation.Progress, cancellationToken).ConfigureAwait(false);
        return Devnets.Started($"The devnet is up anew at {Devnets.Url(state)}.", state, devnet.Folder).Add(Devnets.Services(await devnet.ListServicesAsync(cancellationToken).ConfigureAwait(false)));
    }
}
