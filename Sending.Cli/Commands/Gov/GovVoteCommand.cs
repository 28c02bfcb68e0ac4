using System.CommandLine;
using Sending.Chain.Governance;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Votes on a proposal.</summary>
internal sealed class GovVoteCommand : TransactionCommand
{
    private readonly Argument<string> _proposal = Proposals.Argument();

    private readonly Argument<string> _support = new("vote") { Description = "for, against or abstain" };

    private readonly Option<string> _reason = new("--reason") { HelpName = "text", Description = "Why, for all to read" };

    public GovVoteCommand()
        : base("vote", "Vote with your guardian's stake of the moment when voting began; a vote stands")
    {
        _support.CompletionSources.Add("for", "against", "abstain");
        Add(_proposal);
        Add(_support);
        Add(_reason);
    }

    public override IReadOnlyList<string> Examples => ["gov vote 1 for", "gov vote 1 against --reason \"Too soon\""];

    public override IReadOnlyList<string> Next => ["gov show <proposal>"];

    protected override void Validate(Invocation invocation) => Support(invocation);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var support = Support(invocation);
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var proposal = await session.Proposals.GetAsync(invocation.Value(_proposal)!, cancellationToken).ConfigureAwait(false);
        var plan = await session.Governance.VoteAsync(account, proposal, support, invocation.Value(_reason) ?? "", cancellationToken).ConfigureAwait(false);
        var votes = await session.Proposals.GetVotesAsync(account, proposal.Proposal, cancellationToken).ConfigureAwait(false);
        var word = support.ToString().ToLowerInvariant();
        return new Change(
            $"Vote {word} on proposal {proposal.Number}, \"{proposal.Title}\".",
            plan,
            async (_, token) =>
            {
                var now = await session.Proposals.GetAsync(proposal.Proposal.Id.ToString(), token).ConfigureAwait(false);
                return new Report($"Voted {word}.")
                    .Add(Proposals.Fields(now, session.Connection.Deployment))
                    .Add("votes", "Your votes", Value.Send(votes))
                    .Add("for", "For", Value.Send(now.For))
                    .Add("against", "Against", Value.Send(now.Against))
                    .Add("abstain", "Abstain", Value.Send(now.Abstain))
                    .Next($"sending-cli gov show {proposal.Number}");
            })
        {
            Preview = [.. Proposals.Fields(proposal, session.Connection.Deployment), new("votes", "Your votes", Value.Send(votes))],
        };
    }

    private VoteSupport Support(Invocation invocation) => invocation.Value(_support) switch
    {
        "for" => VoteSupport.For,
        "against" => VoteSupport.Against,
        "abstain" => VoteSupport.Abstain,
        var other => throw CliException.Usage("invalid_input", $"'{other}' is no vote: say for, against or abstain."),
    };
}
