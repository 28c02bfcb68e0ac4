using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Tells what happened to an identity.</summary>
internal sealed class DidHistoryCommand : CliCommand
{
    private const int DefaultLimit = 20;

    private readonly Argument<string> _did = Common.Did("DID");

    private readonly Option<string> _limit = Common.Limit(DefaultLimit);
    private readonly Option<string> _before = Common.Before();

    public DidHistoryCommand()
        : base("history", "Show what happened to an identity; the block of a change is its version")
    {
        Add(_did);
        Add(_limit);
        Add(_before);
    }

    public override IReadOnlyList<string> Examples => ["did history", "did history bob --limit 100", "did history bob --before 1200 --json"];

    public override IReadOnlyList<string> Next => ["did show <did>", "did resolve <did> --version-id <block>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var limit = Common.ReadLimit(invocation, _limit, DefaultLimit);
        var before = Common.ReadBefore(invocation, _before);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var identity = await session.NodeAsync(invocation.Value(_did), cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var events = IdentityEvents.Of(state, identity, limit, before);
        var rows = new List<Value[]>();
        foreach (var happened in events)
        {
            rows.Add(
            [
                Value.Time(happened.Time),
                Value.Id(happened.Block),
                Value.Of(happened.What),
                Value.OrNone(happened.Name),
                happened.Account is { } account ? await session.NameAsync(account, cancellationToken).ConfigureAwait(false)
                    : happened.Attribute is { } attribute ? Value.Of(DidChangeText.Of(attribute))
                    : Value.None,
                DidTimes.Until(happened.ValidTo),
                Value.Of(happened.TransactionHash),
            ]);
        }

        return new Report("")
            .Add("did", null, Value.Did(identity))
            .Add("indexedBlock", null, Value.Id(state.Block.Number))
            .Add(new Table(
                "events",
                [
                    new("time", "Time"),
                    new("block", "In block", Right: true),
                    new("event", "Event"),
                    new("type", "Type"),
                    new("value", "Value"),
                    new("validTo", "Valid until"),
                    new("transactionHash", null),
                ],
                rows,
                before is null ? "The identity was never changed." : "Nothing happened before that."))
            .Next(events.Count >= limit ? [$"sending-cli did history {Value.Did(identity).Text} --limit {limit} --before {events[0].Block}"] : []);
    }
}
