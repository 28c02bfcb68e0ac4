using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Puts a decision on the waiting list.</summary>
internal sealed class GovQueueCommand : TransactionCommand
{
    private readonly Argument<string> _proposal = Proposals.Argument();

    public GovQueueCommand()
        : base("queue", "Put what was agreed to on the waiting list; anybody may")
    {
        Add(_proposal);
    }

    public override IReadOnlyList<string> Examples => ["gov queue 1"];

    public override IReadOnlyList<string> Next => ["gov execute <proposal>"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var proposal = await session.Proposals.GetAsync(invocation.Value(_proposal)!, cancellationToken).ConfigureAwait(false);
        var plan = await session.Governance.QueueAsync(account, proposal, cancellationToken).ConfigureAwait(false);
        var fields = Proposals.Fields(proposal, session.Connection.Deployment);
        return new Change(
            $"Queue proposal {proposal.Number}, \"{proposal.Title}\".",
            plan,
            (result, _) =>
            {
                var eta = ChainTime.FromUnix(result.Receipt.DecodeAllEvents<ProposalQueuedEventDTO>()[0].Event.EtaSeconds);
                return Task.FromResult(new Report($"Queued; it can be executed from {ChainTime.Format(eta)} on.")
                    .Add(fields)
                    .Add("eta", "Can be executed from", Value.Time(eta))
                    .Next($"sending-cli gov execute {proposal.Number}"));
            })
        {
            Preview = fields,
        };
    }
}
