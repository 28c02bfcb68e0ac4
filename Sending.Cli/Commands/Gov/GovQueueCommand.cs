using Nethereum.Contracts;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Governance;
using Sending.Chain.Transactions;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Gov;

/// <summary>Puts a decision on the waiting list.</summary>
internal sealed class GovQueueCommand() : GovStepCommand("queue", "Put what was agreed to on the waiting list; anybody may")
{
    public override IReadOnlyList<string> Examples => ["gov queue 1"];

    public override IReadOnlyList<string> Next => ["gov execute <proposal>"];

    protected override string Request(ProposalView proposal) => $"Queue proposal {proposal.Number}";

    protected override Task<TransactionPlan> PlanAsync(GovernanceActions actions, string account, ProposalView proposal, CancellationToken cancellationToken)
        => actions.QueueAsync(account, proposal, cancellationToken);

    protected override Report Done(ProposalView proposal, TransactionResult result, IReadOnlyList<Field> fields)
    {
        var eta = ChainTime.FromUnix(result.Receipt.DecodeAllEvents<ProposalQueuedEventDTO>()[0].Event.EtaSeconds);
        return new Report($"Queued; it can be executed from {ChainTime.Format(eta)} on.")
            .Add(fields)
            .Add("eta", "Can be executed from", Value.Time(eta))
            .Next($"sending-cli gov execute {proposal.Number}");
    }
}
