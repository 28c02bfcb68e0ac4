using Sending.Chain.Governance;
using Sending.Chain.Transactions;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Gov;

/// <summary>Takes a proposal back.</summary>
internal sealed class GovCancelCommand() : GovStepCommand("cancel", "Take your own proposal back, before voting begins")
{
    public override IReadOnlyList<string> Examples => ["gov cancel 1"];

    public override IReadOnlyList<string> Next => ["gov list"];

    protected override string Request(ProposalView proposal) => $"Take proposal {proposal.Number} back";

    protected override Task<TransactionPlan> PlanAsync(GovernanceActions actions, string account, ProposalView proposal, CancellationToken cancellationToken)
        => actions.CancelAsync(account, proposal, cancellationToken);

    protected override Report Done(ProposalView proposal, TransactionResult result, IReadOnlyList<Field> fields)
        => new Report("Cancelled.").Add(fields).Next("sending-cli gov list");
}
