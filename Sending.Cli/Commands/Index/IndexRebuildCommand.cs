using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Index;

/// <summary>Reads everything from the chain again.</summary>
internal sealed class IndexRebuildCommand() : CliCommand("rebuild", "Throw the index away and read everything from the chain again")
{
    public override IReadOnlyList<string> Examples => ["index rebuild"];

    public override IReadOnlyList<string> Next => ["index check"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        if (invocation.DryRun)
        {
            return new Report("Dry run, nothing was read.").Add("file", "File", Value.Of(session.Index.Path)).Add("dryRun", null, Value.Of(true));
        }

        using var state = await session.Index.RebuildAsync(cancellationToken).ConfigureAwait(false);
        return new Report("Read everything from the chain again.")
            .Add("file", "File", Value.Of(session.Index.Path))
            .Add("indexedBlock", "Indexed up to block", Value.Id(state.Block.Number))
            .Add("eventCount", "Events", Value.Of(state.History.Count));
    }
}
