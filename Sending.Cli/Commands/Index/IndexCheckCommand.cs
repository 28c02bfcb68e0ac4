using System.Text.Json.Nodes;
using Sending.Chain.Events.Projection.Check;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Index;

/// <summary>Compares the index with the contracts' own views.</summary>
internal sealed class IndexCheckCommand() : CliCommand("check", "Compare the index with what the contracts say at the same block")
{
    public override IReadOnlyList<string> Examples => ["index check", "index check --json"];

    public override IReadOnlyList<string> Next => ["index rebuild"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var comparison = await new IndexCheck(session.Connection).CompareAsync(state, cancellationToken).ConfigureAwait(false);
        return comparison.Differences.Count > 0
            ? throw Differs(comparison)
            : new Report("The index says what the contracts say.")
                .Add("indexedBlock", "At block", Value.Id(comparison.Block.Number))
                .Add("compared", "Values compared", Value.Of(comparison.Compared));
    }

    private static CliException Differs(IndexComparison comparison)
    {
        var found = comparison.Differences;
        var lines = found.Select(difference => $"  {difference.Subject}, {difference.Field}: {difference.Indexed} in the index, {difference.OnChain} by the contract");
        var details = found.Select(difference => (JsonNode)new JsonObject
        {
            ["subject"] = difference.Subject,
            ["field"] = difference.Field,
            ["indexed"] = difference.Indexed,
            ["onChain"] = difference.OnChain,
        });
        return new CliException(
            ExitCode.Failed,
            "index_differs",
            $"The index differs from what the contracts say at block {comparison.Block.Number}, in {found.Count} value{(found.Count == 1 ? "" : "s")}:\n"
            + string.Join('\n', lines)
            + "\nRebuild it with `sending-cli index rebuild`; if it differs again, please report it.",
            new JsonObject { ["block"] = comparison.Block.Number, ["differences"] = new JsonArray([.. details]) });
    }
}
