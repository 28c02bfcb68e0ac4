using System.CommandLine;
using Sending.Chain.Rewards;
using Sending.Chain.Wire;

namespace Sending.Cli.Commands.Rewards;

/// <summary>What the commands about rewards take and tell alike of what nodes have earned by settlements.</summary>
internal static class NodeEarnings
{
    public static Option<string[]> From() => Common.From("proofs of earnings are served", "the guardians' endpoints");

    /// <summary>Told where a node has worked and nobody proves what it earned.</summary>
    public static string? Doubt(EarningsView earnings, string node) => earnings.Settled is not null
        ? null
        : $"No guardian proves what the node of {node} has earned by the settlement of epoch {earnings.Settlement!.Epoch}: it is nothing, or they do not have the settlement "
        + $"({ServiceFailure.Describe(earnings.Failures, "none has an endpoint")}). Name one that has it by --from.";
}
