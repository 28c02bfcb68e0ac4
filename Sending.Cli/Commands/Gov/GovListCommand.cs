using Sending.Chain.Governance;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Lists the proposals.</summary>
internal sealed class GovListCommand() : CliCommand("list", "List the proposals and where they stand")
{
    public override IReadOnlyList<string> Examples => ["gov list", "gov list --json"];

    public override IReadOnlyList<string> Next => ["gov show <proposal>", "gov vote <proposal> for"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var proposals = await session.Proposals.ListAsync(cancellationToken).ConfigureAwait(false);
        return new Report("").Add(new Table(
            "proposals",
            [
                new("number", "#", Right: true),
                new("title", "Title"),
                new("state", "State"),
                new("for", "For", Right: true),
                new("against", "Against", Right: true),
                new("abstain", "Abstain", Right: true),
                new("voteEnd", "Voting ends"),
                new("proposal", null),
            ],
            [
                .. proposals.Reverse().Select(proposal => (IReadOnlyList<Value>)
                [
                    Value.Id(proposal.Number),
                    Value.Of(proposal.Title),
                    Value.Of(GovernanceChecks.Name(proposal.State)),
                    Value.Send(proposal.For),
                    Value.Send(proposal.Against),
                    Value.Send(proposal.Abstain),
                    Value.Time(proposal.Proposal.VoteEnd),
                    Proposals.Id(proposal),
                ]),
            ],
            "No proposals yet. A guardian makes one with `sending-cli gov propose`."));
    }
}
