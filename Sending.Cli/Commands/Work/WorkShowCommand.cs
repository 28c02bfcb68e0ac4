using System.CommandLine;
using Sending.Chain.Epochs;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Work;

/// <summary>Shows what Edges have committed for an epoch.</summary>
internal sealed class WorkShowCommand : CliCommand
{
    private readonly Argument<string> _epoch = new("epoch") { Description = "The epoch (default: the newest that an Edge committed work for)", Arity = ArgumentArity.ZeroOrOne };

    public WorkShowCommand()
        : base("show", "Show what Edges have committed for an epoch, and where it stands")
    {
        Add(_epoch);
    }

    public override IReadOnlyList<string> Examples => ["work show", "work show 17 --json"];

    public override IReadOnlyList<string> Next => ["work verify <epoch>", "challenge create --edge <owner> --epoch <epoch>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var wanted = Common.ReadEpoch(invocation.Value(_epoch), "<epoch>");
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var epoch = wanted ?? state.Work.ListCommitments().LastOrDefault()?.Epoch ?? Math.Max(0, state.Epoch - 1);
        var rows = new List<Value[]>();
        var view = EpochReader.Read(state, epoch);
        foreach (var each in view.Commitments)
        {
            rows.Add(
            [
                await session.NameAsync(each.Commitment.Edge, cancellationToken).ConfigureAwait(false),
                Value.Of(each.Commitment.Units),
                Value.Send(each.Value),
                Value.Of(each.Standing.ToString().ToLowerInvariant()),
                new Value($"{each.HeldBy} of {view.Guardians}", each.HeldBy),
                Value.Of(each.Challenges),
                Value.Of(each.Commitment.Unanswered),
                Value.Of(each.Commitment.Root),
                Value.Time(each.Commitment.CommittedAt),
            ]);
        }

        return new Report("")
            .Add("epoch", "Epoch", Value.Id(epoch))
            .Add("stage", "Stage", Value.Of(view.Stage.ToString().ToLowerInvariant()))
            .Add(new Table(
                "commitments",
                [
                    new("edge", "Edge"),
                    new("units", "Units", Right: true),
                    new("value", "Worth", Right: true),
                    new("state", "State"),
                    new("heldBy", "Held by", Right: true),
                    new("challenges", "Challenged", Right: true),
                    new("unanswered", "Unproven", Right: true),
                    new("root", "Root"),
                    new("committedAt", null),
                ],
                rows,
                "No Edge has committed work for this epoch."))
            .Next(rows.Count == 0 ? [] : [$"sending-cli work verify {epoch}"]);
    }
}
