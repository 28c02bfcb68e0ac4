using System.CommandLine;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Carries a decision out.</summary>
internal sealed class GovExecuteCommand : TransactionCommand
{
    private readonly Argument<string> _proposal = Proposals.Argument();

    public GovExecuteCommand()
        : base("execute", "Carry out what was agreed to, once its time has come; anybody may")
    {
        Add(_proposal);
    }

    public override IReadOnlyList<string> Examples => ["gov execute 1"];

    public override IReadOnlyList<string> Next => ["params"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var proposal = await session.Proposals.GetAsync(invocation.Value(_proposal)!, cancellationToken).ConfigureAwait(false);
        var plan = await session.Governance.ExecuteAsync(account, proposal, cancellationToken).ConfigureAwait(false);
        var fields = Proposals.Fields(proposal, session.Connection.Deployment);
        return new Change(
            $"Execute proposal {proposal.Number}, \"{proposal.Title}\".",
            plan,
            (_, _) => Task.FromResult(new Report("Executed. Parameters change at the next epoch.").Add(fields).Next("sending-cli params")))
        {
            Preview = fields,
        };
    }
}
