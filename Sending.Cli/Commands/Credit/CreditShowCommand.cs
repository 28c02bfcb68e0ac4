using System.CommandLine;
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

    public CreditShowCommand()
        : base("show", "Show your credit at Edges, and what you asked back")
    {
        Add(_payer);
    }

    public override IReadOnlyList<string> Examples => ["credit show", "credit show carol --json"];

    public override IReadOnlyList<string> Next => ["credit deposit <amount> --edge <owner>", "credit request <amount>", "credit withdraw"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var payer = await session.NodeAsync(invocation.Value(_payer), cancellationToken).ConfigureAwait(false);
        var lines = await session.Credits.ListOfAsync(payer, cancellationToken).ConfigureAwait(false);
        var rows = new List<Value[]>();
        foreach (var line in lines)
        {
            rows.Add(
            [
                await session.NameAsync(line.Edge, cancellationToken).ConfigureAwait(false),
                Value.Send(line.Balance),
                Value.Send(line.Requested),
                line.RequestEpoch is { } epoch ? new Value($"epoch {epoch}", epoch) : Value.None,
                line.RequestEpoch is null ? Value.None : Value.Of(line.Withdrawable),
                Value.Id(line.OpenedEpoch),
                Value.Of(line.NeedsProof),
            ]);
        }

        return new Report("")
            .Add("payer", "Payer", await session.NameAsync(payer, cancellationToken).ConfigureAwait(false))
            .Add(new Table(
                "lines",
                [
                    new("edge", "Edge"),
                    new("balance", "Deposited, not paid out", Right: true),
                    new("requested", "Asked back", Right: true),
                    new("requestEpoch", "In"),
                    new("withdrawable", "Can be withdrawn"),
                    new("openedEpoch", null),
                    new("needsProof", null),
                ],
                rows,
                "No credit at any Edge. Begin with `sending-cli credit deposit <amount> --edge <owner>`."));
    }
}
