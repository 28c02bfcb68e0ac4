using System.CommandLine;
using Sending.Chain.Events.Projection;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Tells what happened to a node.</summary>
internal sealed class NodeHistoryCommand : CliCommand
{
    private const int DefaultLimit = 20;

    private readonly Argument<string> _owner = new("owner")
    {
        Description = "Name or address of the node's owner (default: your own)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _limit = Common.Limit(DefaultLimit);
    private readonly Option<string> _before = Common.Before();

    public NodeHistoryCommand()
        : base("history", "Show what happened to a node: stakes, rewards, work, penalties")
    {
        Add(_owner);
        Add(_limit);
        Add(_before);
    }

    public override IReadOnlyList<string> Examples => ["node history", "node history bob --limit 100", "node history bob --before 1200 --json"];

    public override IReadOnlyList<string> Next => ["node show <owner>", "rewards show"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var limit = Common.ReadLimit(invocation, _limit, DefaultLimit);
        var before = Common.ReadBefore(invocation, _before);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_owner), cancellationToken).ConfigureAwait(false);
        await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var events = NodeHistory.Of(state, owner, limit, before);
        var rows = new List<Value[]>();
        foreach (var happened in events)
        {
            rows.Add(
            [
                Value.Time(happened.Time),
                Value.Id(happened.Block),
                Value.Of(happened.What),
                happened.Amount is { } amount ? Value.Send(amount) : Value.None,
                happened.Account is { } account ? await session.NameAsync(account, cancellationToken).ConfigureAwait(false) : Value.None,
                happened.Epoch is { } epoch ? Value.Id(epoch) : Value.None,
                happened.Rate is { } rate ? Value.Of(Value.Rate(rate).Text) : happened.Text is { Length: > 0 } text ? Value.Of(text) : Value.None,
                Value.Of(happened.TransactionHash),
            ]);
        }

        return new Report("")
            .Add("owner", null, Value.Of(owner))
            .Add("indexedBlock", null, Value.Id(state.Block.Number))
            .Add(new Table(
                "events",
                [
                    new("time", "Time"),
                    new("block", "In block", Right: true),
                    new("event", "Event"),
                    new("amount", "Amount", Right: true),
                    new("account", "Account"),
                    new("epoch", "Epoch", Right: true),
                    new("detail", "Detail"),
                    new("transactionHash", null),
                ],
                rows,
                "Nothing happened before that."))
            .Next(events.Count >= limit ? [$"sending-cli node history {owner} --limit {limit} --before {events[0].Block}"] : []);
    }
}
