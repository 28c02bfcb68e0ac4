using System.CommandLine;
using Sending.Chain.Credit;
using Sending.Chain.Epochs;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Credit;

/// <summary>Shows an account's credit lines.</summary>
internal sealed class CreditShowCommand : CliCommand
{
    private readonly Argument<string> _payer = new("payer")
    {
        Description = "Name or address of the payer (default: you)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _from = Common.From("proofs of charges are served", "the guardians' endpoints");

    public CreditShowCommand()
        : base("show", "Show your credit at Edges, what was charged, and what you asked back")
    {
        Add(_payer);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["credit show", "credit show carol --json"];

    public override IReadOnlyList<string> Next => ["credit deposit <amount> --edge <owner>", "credit request <amount>", "credit withdraw"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var sources = Common.ReadFrom(invocation, _from);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var payer = await session.NodeAsync(invocation.Value(_payer), cancellationToken).ConfigureAwait(false);
        var rows = new List<Value[]>();
        var doubts = new List<string>();
        foreach (var line in await session.Credits.ListOfAsync(payer, cancellationToken).ConfigureAwait(false))
        {
            var charge = await session.Charges.GetAsync(line, sources, cancellationToken).ConfigureAwait(false);
            rows.Add(Row(line, charge, await session.NameAsync(line.Edge, cancellationToken).ConfigureAwait(false)));
            doubts.AddRange(charge.Doubt(line.Edge) is { } doubt ? [doubt] : []);
        }

        return new Report("")
            .Add("payer", "Payer", await session.NameAsync(payer, cancellationToken).ConfigureAwait(false))
            .Add(new Table(
                "lines",
                [
                    new("edge", "Edge"),
                    new("deposited", "Deposited", Right: true),
                    new("balance", "Not paid out", Right: true),
                    new("charged", "Charged", Right: true),
                    new("requested", "Asked back", Right: true),
                    new("requestEpoch", "In"),
                    new("free", "Free", Right: true),
                    new("withdrawable", "Can be withdrawn"),
                    new("withdrawableFrom", null),
                    new("withdrawableAtLatest", null),
                    new("openedEpoch", null),
                    new("needsProof", null),
                ],
                rows,
                "No credit at any Edge. Begin with `sending-cli credit deposit <amount> --edge <owner>`."))
            .Warn(doubts);
    }

    private static Value[] Row(CreditLineView line, ChargeView charge, Value edge) =>
    [
        edge,
        Value.Send(line.Deposited),
        Value.Send(line.Balance),
        charge.Charged is { } charged ? Value.Send(charged) : Value.None,
        Value.Send(line.Requested),
        line.RequestEpoch is { } epoch ? new Value($"epoch {epoch}", epoch) : Value.None,
        charge.FreeOf(line) is { } free ? Value.Send(free) : Value.None,
        line switch
        {
            { RequestEpoch: null } => Value.None,
            { Closing: { } closing } => new Value($"{ChainTime.Format(closing.Earliest)}, or by {ChainTime.Format(closing.Latest)}", false),
            _ => Value.Of(line.Withdrawable),
        },
        line.Closing is { } from ? Value.Time(from.Earliest) : Value.None,
        line.Closing is { } by ? Value.Time(by.Latest) : Value.None,
        Value.Id(line.OpenedEpoch),
        Value.Of(line.NeedsProof),
    ];
}
