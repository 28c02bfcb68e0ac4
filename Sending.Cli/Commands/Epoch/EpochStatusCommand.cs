using System.CommandLine;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Epoch;

/// <summary>Shows the epoch clock, and how far epochs have come.</summary>
internal sealed class EpochStatusCommand : CliCommand
{
    private readonly Argument<string> _epoch = new("epoch") { Description = "Only this epoch (default: those that are not closed, and one more)", Arity = ArgumentArity.ZeroOrOne };

    public EpochStatusCommand()
        : base("status", "Show the epoch clock, which windows are open, and how far epochs have come")
    {
        Add(_epoch);
    }

    public override IReadOnlyList<string> Examples => ["epoch status", "epoch status 17 --json"];

    public override IReadOnlyList<string> Next => ["work show <epoch>", "epoch verify <epoch>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var wanted = Common.ReadEpoch(invocation.Value(_epoch), "<epoch>");
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (wanted > state.Epoch)
        {
            throw new CliException(ExitCode.Failed, "check_failed", $"Epoch {wanted} has not begun: it is epoch {state.Epoch}, until {ChainTime.Format(state.Clock.StartOf(state.Epoch + 1))}.");
        }

        var position = state.Clock.At(state.Block.Time);
        var subject = wanted ?? state.Epoch - 1;
        var report = new Report("")
            .Add("chainTime", "Chain time", Value.Time(state.Block.Time))
            .Add("epoch", "Epoch", Value.Id(position.Epoch))
            .Add("window", "Window", Value.Of(Text(position.Window)))
            .Add("nextWindowIn", "Next window in", Value.Span(position.UntilNext));
        if (subject >= 0)
        {
            report.Add("windowsOf", "Windows of epoch", Value.Id(subject)).Add(Windows(state, subject));
        }

        return report.Add(Epochs(wanted is { } only ? [EpochReader.Read(state, only)] : Recent(state)));
    }

    /// <summary>Those that something can still happen to, and the newest that is closed.</summary>
    private static IEnumerable<EpochView> Recent(ProtocolState state)
    {
        for (var epoch = state.Epoch; epoch >= 0; epoch--)
        {
            var view = EpochReader.Read(state, epoch);
            yield return view;
            if (view.Closing is null)
            {
                yield break;
            }
        }
    }

    private static Table Windows(ProtocolState state, long epoch)
    {
        var (clock, end) = (state.Clock, state.Clock.StartOf(epoch + 1));
        Value[] Row(string name, DateTimeOffset from, DateTimeOffset until) =>
        [
            Value.Of(name),
            Value.Time(from),
            Value.Time(until),
            Value.Of(state.Block.Time < from ? "opens" : state.Block.Time < until ? "open" : "over"),
            state.Block.Time < from ? Value.Span(from - state.Block.Time) : state.Block.Time < until ? Value.Span(until - state.Block.Time) : Value.None,
        ];
        return new Table(
            "windows",
            [new("name", "Window"), new("from", "From"), new("until", "Until"), new("state", "State"), new("left", "Left", Right: true)],
            [
                Row("work and scores committed", end, end + clock.W1),
                Row("scores revealed", end + clock.W1, end + clock.W2),
                Row("units challenged", end + clock.W1, end + clock.W3),
                Row("challenges answered", end + clock.W1, end + clock.W4),
                Row("settlement submitted", end + clock.W4, end + clock.EpochDuration + clock.W4),
            ],
            "");
    }

    private static Table Epochs(IEnumerable<EpochView> epochs) => new(
        "epochs",
        [
            new("number", "Epoch", Right: true),
            new("stage", "Stage"),
            new("closed", "Closed"),
            new("closedAtLatest", "At the latest"),
            new("commitments", "Commitments", Right: true),
            new("stand", "Stand", Right: true),
            new("challenged", "Challenged", Right: true),
            new("units", "Units", Right: true),
            new("guardians", null),
            new("scored", null),
            new("revealed", "Reveals", Right: true),
            new("settlement", "Settlement"),
            new("finalAt", null),
            new("earned", "Earned", Right: true),
            new("charged", "Charged", Right: true),
        ],
        [
            .. epochs.Select(epoch => new[]
            {
                Value.Id(epoch.Epoch),
                Value.Of(Text(epoch.Stage)),
                Value.Of(epoch.Closing is null),
                epoch.Closing is { } closing ? Value.Time(closing.Latest) : Value.None,
                Value.Of(epoch.Commitments.Count),
                Value.Of(epoch.Commitments.Count(each => each.Standing == CommitmentStanding.Stands)),
                Value.Of(epoch.Commitments.Count(each => each.Challenges > 0)),
                Value.Of(epoch.Units),
                Value.Of(epoch.Guardians),
                Value.Of(epoch.Scored),
                new Value($"{epoch.Revealed} of {epoch.Guardians}", epoch.Revealed),
                epoch.Settlement is { } settlement ? new Value($"of {settlement.Epoch}", settlement.Epoch) : Value.None,
                epoch.Settlement is { } final ? Value.Time(final.FinalAt) : Value.None,
                epoch.Settlement is { } earned ? Value.Send(earned.Earned) : Value.None,
                epoch.Settlement is { } charged ? Value.Send(charged.Charged) : Value.None,
            }),
        ],
        "No epoch has begun.");

    private static string Text<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
