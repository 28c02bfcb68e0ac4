using System.CommandLine;
using Sending.Chain.Deployments;
using Sending.Chain.Governance;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Gov;

/// <summary>What the commands about a proposal take and show alike.</summary>
internal static class Proposals
{
    public static Argument<string> Argument() => new("proposal") { Description = "Its number in `gov list`, or its identifier" };

    /// <summary>The proposal in two lines, for a preview.</summary>
    public static IReadOnlyList<Field> Fields(ProposalView proposal, Deployment deployment) =>
    [
        new("proposal", null, Id(proposal)),
        new("number", "Proposal", Value.Id(proposal.Number)),
        new("title", "Title", Value.Of(proposal.Title)),
        new("effects", "Does", Value.List(Effects(proposal.Calls, deployment))),
    ];

    /// <summary>256 bits: text, so that no reader of JSON rounds it.</summary>
    public static Value Id(ProposalView proposal) => Value.Of(proposal.Proposal.Id.ToString());

    /// <summary>What the calls do, each in words where they are known.</summary>
    public static IReadOnlyList<string> Effects(IEnumerable<ProposalCall> calls, Deployment deployment) =>
    [
        .. calls.SelectMany(call => call.Settings(deployment) is { } settings
            ? settings.Select(setting => setting.ToString())
            : [$"call of {call.Target} with 0x{Convert.ToHexStringLower(call.Data)}{(call.Value.IsZero ? "" : $" and {call.Value} wei")}"]),
    ];
}
