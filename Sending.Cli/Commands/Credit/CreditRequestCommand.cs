using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Credit;

/// <summary>Asks credit back.</summary>
internal sealed class CreditRequestCommand : TransactionCommand
{
    private readonly Argument<string> _amount = Common.Amount("what is not asked back yet");

    private readonly Option<string> _edge = CreditLines.Edge(" (default: your only one)");

    public CreditRequestCommand()
        : base("request", "Ask credit back; it is paid once this epoch is closed, less what was used")
    {
        Add(_amount);
        Add(_edge);
    }

    public override IReadOnlyList<string> Examples => ["credit request all", "credit request 50 --edge bob"];

    public override IReadOnlyList<string> Next => ["credit show", "credit withdraw"];

    protected override void Validate(Invocation invocation) => AmountRequest.Parse(invocation.Value(_amount)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var payer = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var edge = await CreditLines.EdgeAsync(session, payer, invocation.Value(_edge), cancellationToken).ConfigureAwait(false);
        var amount = AmountRequest.Parse(invocation.Value(_amount)!);
        var plan = await session.Credit.RequestAsync(payer, edge, amount, cancellationToken).ConfigureAwait(false);
        var line = (await session.Credits.FindAsync(payer, edge, cancellationToken).ConfigureAwait(false))!;
        var name = await session.NameAsync(edge, cancellationToken).ConfigureAwait(false);
        var value = amount.Resolve(line.Balance - line.Requested);
        return new Change(
            $"Ask {HumanAmount.Format(value)} SEND of credit back from {name.Text}.",
            plan,
            (result, _) =>
            {
                var requested = result.Receipt.DecodeAllEvents<WithdrawalRequestedEventDTO>()[0].Event;
                return Task.FromResult(new Report($"Asked back; {HumanAmount.Format(requested.Requested)} SEND in all can be withdrawn once epoch {requested.Epoch} is closed, less what was used.")
                    .Add("edge", "Edge", name)
                    .Add("requested", "Asked back", Value.Send(requested.Requested))
                    .Add("epoch", "In epoch", Value.Id(requested.Epoch))
                    .Next("sending-cli credit show", $"sending-cli credit withdraw --edge {edge}"));
            })
        {
            Preview = [new("edge", "Edge", name), new("amount", "Amount", Value.Send(value)), new("lineBalance", "On the line", Value.Send(line.Balance))],
            Warnings = line.RequestEpoch is { } epoch
                ? [$"{HumanAmount.Format(line.Requested)} SEND were asked back in epoch {epoch}; asking for more starts the waiting anew for all of it."]
                : [],
        };
    }
}
