using System.Numerics;
using Sending.Chain.Governance;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Params;

/// <summary>Shows the governed parameters.</summary>
internal sealed class ParamsCommand() : CliCommand("params", "Show the protocol's parameters: in force now, from the next epoch, and what guardians may choose")
{
    public override IReadOnlyList<string> Examples => ["params", "params --json"];

    public override IReadOnlyList<string> Next => ["gov propose <title> --set <name>=<value>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var parameters = await session.Protocol.GetParametersAsync(cancellationToken).ConfigureAwait(false);
        return new Report("").Add(new Table(
            "parameters",
            [
                new("name", "Parameter"),
                new("value", "Now", Right: true),
                new("nextValue", "Next epoch", Right: true),
                new("min", "Least", Right: true),
                new("max", "Most", Right: true),
            ],
            [.. parameters.Select(Row)],
            ""));
    }

    private static Value[] Row(ParameterView view)
    {
        Value Of(BigInteger number) => new(ParameterText.FormatValue(view.Parameter, number), Value.Id(number).Json);
        return
        [
            Value.Of(ParameterText.Name(view.Parameter)),
            Of(view.Value),
            view.NextValue == view.Value ? new Value("", Value.Id(view.NextValue).Json) : Of(view.NextValue),
            Of(view.Min),
            Of(view.Max),
        ];
    }
}
