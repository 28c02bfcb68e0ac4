using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Credit;

/// <summary>Puts credit down at an Edge.</summary>
internal sealed class CreditDepositCommand : TransactionCommand
{
    private readonly Argument<string> _amount = Common.Amount("your balance");

    private readonly Option<string> _edge = CreditLines.Edge("");

    private readonly Option<string> _payer = new("--payer") { HelpName = "name|address", Description = "Whose line it is (default: your own)" };

    public CreditDepositCommand()
        : base("deposit", "Put down credit that an Edge may charge for relaying, yours or somebody else's")
    {
        _edge.Required = true;
        Add(_amount);
        Add(_edge);
        Add(_payer);
    }

    public override IReadOnlyList<string> Examples => ["credit deposit 100 --edge bob", "credit deposit 100 --edge bob --payer carol"];

    public override IReadOnlyList<string> Next => ["credit show", "credit request all"];

    protected override void Validate(Invocation invocation) => AmountRequest.Parse(invocation.Value(_amount)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var edge = await session.Accounts.AddressAsync(invocation.Value(_edge)!, cancellationToken).ConfigureAwait(false);
        var account = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var payer = invocation.Value(_payer) is { } named ? await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false) : account.Address;
        var balance = await session.Reader.GetBalanceAsync(account.Address, cancellationToken).ConfigureAwait(false);
        var amount = AmountRequest.Parse(invocation.Value(_amount)!).Resolve(balance.Send);
        var plan = await session.Credit.DepositAsync(account, payer, edge, amount, cancellationToken).ConfigureAwait(false);
        var edgeName = await session.NameAsync(edge, cancellationToken).ConfigureAwait(false);
        var payerName = await session.NameAsync(payer, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Deposit {HumanAmount.Format(amount)} SEND of credit at {edgeName.Text}.",
            plan,
            async (result, token) =>
            {
                var deposited = result.Receipt.DecodeAllEvents<DepositedEventDTO>()[0].Event;
                return new Report($"Deposited {HumanAmount.Format(deposited.Amount)} SEND.")
                    .Add("edge", "Edge", edgeName)
                    .Add("payer", "Payer", payerName)
                    .Add("deposited", "Deposited", Value.Send(deposited.Amount))
                    .Add("lineBalance", "On the line", Value.Send(deposited.Balance))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next("sending-cli credit show");
            })
        {
            Preview = [new("edge", "Edge", edgeName), new("payer", "Payer", payerName), new("amount", "Amount", Value.Send(amount))],
            Warnings = CreditLines.Warnings(await session.Reader.FindNodeAsync(edge, cancellationToken).ConfigureAwait(false), edge),
        };
    }
}
