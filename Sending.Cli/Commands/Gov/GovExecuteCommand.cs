using Sending.Chain.Governance;
using Sending.Chain.Transactions;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Gov;

/// <summary>Carries a decision out.</summary>
internal sealed class GovExecuteCommand() : GovStepCommand("execute", "Carry out what was agreed to, once its time has come; anybody may")
{
    public override IReadOnlyList<string> Examples => ["gov execute 1"];

    public override IReadOnlyList<string> Next => ["params"];

    protected override string Request(ProposalView proposal) => $"Execute proposal {proposal.Number}";

    protected override Task<TransactionPlan> PlanAsync(GovernanceActions actions, string account, ProposalView proposal, CancellationToken cancellationToken)
        => actions.ExecuteAsync(account, proposal, cancellationToken);

    protected override Report Done(ProposalView proposal, TransactionResult result, IReadOnlyList<Field> fields)
        => new Report("Executed. Parameters change at the next epoch.").Add(fields).Next("sending-cli params");
}
