using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Ends the devnet that was started here, and nothing else.</summary>
internal sealed class DevnetDownCommand() : CliCommand("down", "End the local network that was started here")
{
    public override IReadOnlyList<string> Examples => ["devnet down"];

    public override IReadOnlyList<string> Next => ["devnet up"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var devnet = Devnets.Of(invocation);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: the devnet in {devnet.Folder.Path} would be ended.").Add("dryRun", null, Value.Of(true)).Add("folder", null, Value.Of(devnet.Folder.Path));
        }

        var ended = await devnet.DownAsync(invocation.Progress, cancellationToken).ConfigureAwait(false);
        return new Report(ended ? "The devnet is down." : "The devnet's node had ended before; what it left is removed.")
            .Add("ended", null, Value.Of(ended))
            .Add("folder", null, Value.Of(devnet.Folder.Path));
    }
}
