using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Index;

/// <summary>Shows how far the index has come; reads nothing from the chain into it.</summary>
internal sealed class IndexStatusCommand() : CliCommand("status", "Show where the index is and how far it has come")
{
    public override IReadOnlyList<string> Examples => ["index status", "index status --network mainnet --json"];

    public override IReadOnlyList<string> Next => ["index check", "index rebuild"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var head = await session.Connection.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.PeekAsync(cancellationToken).ConfigureAwait(false);
        return new Report(state is null ? "Nothing is indexed yet; the first list does it." : "")
            .Add("file", "File", Value.Of(session.Index.Path))
            .Add("indexedBlock", "Indexed up to block", state is null ? Value.None : Value.Id(state.Block.Number))
            .Add("indexedTime", "Of", state is null ? Value.None : Value.Time(state.Block.Time))
            .Add("headBlock", "Newest block", Value.Id(head.Number))
            .Add("headTime", "Of", Value.Time(head.Time))
            .Add("lagBlocks", "Blocks behind", state is null ? Value.None : Value.Of(Math.Max(0, head.Number - state.Block.Number)))
            .Add("eventCount", "Events", state is null ? Value.None : Value.Of(state.History.Count));
    }
}
