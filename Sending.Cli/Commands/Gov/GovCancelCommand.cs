using System.CommandLine;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Takes a proposal back.</summary>
internal sealed class GovCancelCommand : TransactionCommand
{
    private readonly Argument<string> _proposal = Proposals.Argument();

    public GovCancelCommand()
        : base("cancel", "Take your own proposal back, before voting begins")
    {
        Add(_proposal);
    }

    public override IReadOnlyList<string> Examples => ["gov cancel 1"];

    public override IReadOnlyList<string> Next => ["gov list"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var proposal = await session.Proposals.GetAsync(invocation.Value(_proposal)!, cancellationToken).ConfigureAwait(false);
        var plan = await session.Governance.CancelAsync(account, proposal, cancellationToken).ConfigureAwait(false);
        var fields = Proposals.Fields(proposal, session.Connection.Deployment);
        return new Change(
            $"Take proposal {proposal.Number} back, \"{proposal.Title}\".",
            plan,
            (_, _) => Task.FromResult(new Report("Cancelled.").Add(fields).Next("sending-cli gov list")))
        {
            Preview = fields,
        };
    }
}
