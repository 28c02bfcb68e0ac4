using System.CommandLine;
using Sending.Chain.Governance;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Shows a proposal with its votes.</summary>
internal sealed class GovShowCommand : CliCommand
{
    private readonly Argument<string> _proposal = Proposals.Argument();

    public GovShowCommand()
        : base("show", "Show a proposal: what it does, who voted how, what comes next")
    {
        Add(_proposal);
    }

    public override IReadOnlyList<string> Examples => ["gov show 1", "gov show 1 --json"];

    public override IReadOnlyList<string> Next => ["gov vote <proposal> for", "gov queue <proposal>", "gov execute <proposal>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var proposal = await session.Proposals.GetAsync(invocation.Value(_proposal)!, cancellationToken).ConfigureAwait(false);
        var quorum = await session.Proposals.FindQuorumAsync(proposal.Proposal, cancellationToken).ConfigureAwait(false);
        var votes = new List<Value[]>();
        foreach (var vote in await session.Proposals.ListVotesAsync(proposal.Proposal.Id, cancellationToken).ConfigureAwait(false))
        {
            votes.Add(
            [
                await session.NameAsync(vote.Voter, cancellationToken).ConfigureAwait(false),
                Value.Of(((VoteSupport)vote.Support).ToString().ToLowerInvariant()),
                Value.Send(vote.Weight),
                Value.Time(vote.CastAt),
                Value.Of(vote.Reason),
            ]);
        }

        return new Report("")
            .Add(Proposals.Fields(proposal, session.Connection.Deployment))
            .Add("description", null, Value.Of(proposal.Proposal.Description))
            .Add("proposer", "Proposed by", await session.NameAsync(proposal.Proposal.Proposer, cancellationToken).ConfigureAwait(false))
            .Add("state", "State", Value.Of(GovernanceChecks.Name(proposal.State)))
            .Add("voteStart", "Voting begins", Value.Time(proposal.Proposal.VoteStart))
            .Add("voteEnd", "Voting ends", Value.Time(proposal.Proposal.VoteEnd))
            .Add("for", "For", Value.Send(proposal.For))
            .Add("against", "Against", Value.Send(proposal.Against))
            .Add("abstain", "Abstain", Value.Send(proposal.Abstain))
            .Add("quorum", "Quorum (for and abstain)", quorum is { } needed ? Value.Send(needed) : Value.None)
            .Add("eta", "Can be executed from", proposal.Proposal.Eta is { } eta ? Value.Time(eta) : Value.None)
            .Add("executedAt", "Executed", proposal.Proposal.ExecutedAt is { } at ? Value.Time(at) : Value.None)
            .Add(new Table(
                "votes",
                [new("voter", "Voter"), new("support", "Vote"), new("weight", "Votes", Right: true), new("castAt", "When"), new("reason", "Reason")],
                votes,
                "No votes yet."))
            .Next(After(proposal));
    }

    private static string[] After(ProposalView proposal) => proposal.State switch
    {
        ProposalState.Active => [$"sending-cli gov vote {proposal.Number} for"],
        ProposalState.Succeeded => [$"sending-cli gov queue {proposal.Number}"],
        ProposalState.Queued => [$"sending-cli gov execute {proposal.Number}"],
        ProposalState.Executed => ["sending-cli params"],
        _ => [],
    };
}
