using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Lists what is on its way out, at every node.</summary>
internal sealed class UnstakeListCommand() : CliCommand("list", "List your open unstake requests, at every node")
{
    public override IReadOnlyList<string> Examples => ["unstake list", "unstake list --account carol --json"];

    public override IReadOnlyList<string> Next => ["withdraw", "unstake cancel <id>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var head = await session.Connection.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        var requests = await session.Reader.ListRequestsAsync(account, null, cancellationToken).ConfigureAwait(false);
        var rows = new List<Value[]>();
        foreach (var request in requests)
        {
            rows.Add(
            [
                Value.Id(request.Id),
                await session.NameAsync(request.Node, cancellationToken).ConfigureAwait(false),
                Value.Send(request.Amount),
                Value.Time(request.AvailableAt),
                new Value(request.IsMature(head.Time) ? "now" : Value.Span(request.AvailableAt - head.Time).Text, request.IsMature(head.Time)),
            ]);
        }

        return new Report("")
            .Add("account", null, Value.Of(account))
            .Add("chainTime", null, Value.Time(head.Time))
            .Add(new Table(
                "requests",
                [new("requestId", "Request", Right: true), new("node", "Node"), new("amount", "Amount", Right: true), new("availableAt", "Withdraw from"), new("ready", "In", Right: true)],
                rows,
                "No open unstake requests. Ask for stake back with `sending-cli unstake <amount>`."))
            .Next(requests.Any(request => request.IsMature(head.Time)) ? ["sending-cli withdraw"] : []);
    }
}
