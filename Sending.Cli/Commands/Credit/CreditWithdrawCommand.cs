using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Credit;

/// <summary>Takes credit out that was asked back.</summary>
internal sealed class CreditWithdrawCommand : TransactionCommand
{
    private readonly Option<string> _edge = CreditLines.Edge(" (default: your only one)");

    public CreditWithdrawCommand()
        : base("withdraw", "Take out the credit that you asked back, once its epoch is closed")
    {
        Add(_edge);
    }

    public override IReadOnlyList<string> Examples => ["credit withdraw", "credit withdraw --edge bob"];

    public override IReadOnlyList<string> Next => ["credit show"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var payer = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var edge = await CreditLines.EdgeAsync(session, payer, invocation.Value(_edge), cancellationToken).ConfigureAwait(false);
        var plan = await session.Credit.WithdrawAsync(payer, edge, cancellationToken).ConfigureAwait(false);
        var line = (await session.Credits.FindAsync(payer, edge, cancellationToken).ConfigureAwait(false))!;
        var name = await session.NameAsync(edge, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Withdraw {HumanAmount.Format(line.Requested)} SEND of credit from {name.Text}.",
            plan,
            async (result, token) =>
            {
                var withdrawn = result.Receipt.DecodeAllEvents<WithdrawnEventDTO>()[0].Event;
                return new Report($"Withdrew {HumanAmount.Format(withdrawn.Amount)} SEND.")
                    .Add("edge", "Edge", name)
                    .Add("withdrawn", "Withdrawn", Value.Send(withdrawn.Amount))
                    .Add("lineBalance", "On the line", Value.Send(withdrawn.Balance))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next("sending-cli credit show");
            })
        {
            Preview = [new("edge", "Edge", name), new("amount", "Amount", Value.Send(line.Requested))],
        };
    }
}
