using System.CommandLine;
using Sending.Chain.Governance;
using Sending.Chain.Transactions;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Takes a proposal a step further.</summary>
internal abstract class GovStepCommand : TransactionCommand
{
    private readonly Argument<string> _proposal = Proposals.Argument();

    protected GovStepCommand(string name, string description)
        : base(name, description)
    {
        Add(_proposal);
    }

    /// <summary>The step as a request, without its end: "Queue proposal 1".</summary>
    protected abstract string Request(ProposalView proposal);

    protected abstract Task<TransactionPlan> PlanAsync(GovernanceActions actions, string account, ProposalView proposal, CancellationToken cancellationToken);

    /// <summary>What came of it; the proposal's own fields follow.</summary>
    protected abstract Report Done(ProposalView proposal, TransactionResult result, IReadOnlyList<Field> fields);

    protected sealed override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var proposal = await session.Proposals.GetAsync(invocation.Value(_proposal)!, cancellationToken).ConfigureAwait(false);
        var plan = await PlanAsync(session.Governance, account, proposal, cancellationToken).ConfigureAwait(false);
        var fields = Proposals.Fields(proposal, session.Connection.Deployment);
        return new Change($"{Request(proposal)}, \"{proposal.Title}\".", plan, (result, _) => Task.FromResult(Done(proposal, result, fields)))
        {
            Preview = fields,
        };
    }
}
