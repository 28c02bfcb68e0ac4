using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Credit;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Credit;

/// <summary>Takes credit out that was asked back.</summary>
internal sealed class CreditWithdrawCommand : TransactionCommand
{
    private readonly Option<string> _edge = CreditLines.Edge(" (default: your only one)");

    private readonly Option<string[]> _from = Common.From("proofs are served", "the guardians' endpoints");

    public CreditWithdrawCommand()
        : base("withdraw", "Take out the credit that you asked back, once its epoch is closed, less what was charged")
    {
        Add(_edge);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["credit withdraw", "credit withdraw --edge bob --from https://guardian.example.org"];

    public override IReadOnlyList<string> Next => ["credit show"];

    protected override void Validate(Invocation invocation) => Common.ReadFrom(invocation, _from);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var payer = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var edge = await CreditLines.EdgeAsync(session, payer, invocation.Value(_edge), cancellationToken).ConfigureAwait(false);
        var line = await session.Credits.FindAsync(payer, edge, cancellationToken).ConfigureAwait(false);
        Problems.ThrowIfAny(CreditChecks.Withdraw(edge, line));
        var charge = await session.Charges.GetAsync(line!, Common.ReadFrom(invocation, _from), cancellationToken).ConfigureAwait(false);
        var plan = await session.Credit.WithdrawAsync(line!, charge, cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(edge, cancellationToken).ConfigureAwait(false);
        var payout = charge.PayoutOf(line!)!.Value;
        return new Change(
            $"Withdraw {HumanAmount.Format(payout)} SEND of credit from {name.Text}.",
            plan,
            async (result, token) =>
            {
                var withdrawn = result.Receipt.DecodeAllEvents<WithdrawnEventDTO>()[0].Event;
                return new Report($"Withdrew {HumanAmount.Format(withdrawn.Amount)} SEND.")
                    .Add("edge", "Edge", name)
                    .Add("withdrawn", "Withdrawn", Value.Send(withdrawn.Amount))
                    .Add("charged", "Charged since the beginning", Value.Send(withdrawn.CumulativeCharged))
                    .Add("lineBalance", "On the line", Value.Send(withdrawn.Balance))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next("sending-cli credit show");
            })
        {
            Preview =
            [
                new("edge", "Edge", name),
                new("requested", "Asked back", Value.Send(line!.Requested)),
                new("charged", "Charged since the beginning", Value.Send(charge.Charged!.Value)),
                new("amount", "Amount", Value.Send(payout)),
            ],
            Warnings = payout.IsZero ? ["Everything was charged; a withdrawal pays nothing and only ends the request."] : [],
        };
    }
}
