using System.CommandLine;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Challenge;

/// <summary>Lists challenged units.</summary>
internal sealed class ChallengeListCommand : CliCommand
{
    private readonly Option<string> _epoch = Trials.Epoch("all");
    private readonly Option<string> _edge = Trials.Edge(required: false);
    private readonly Option<bool> _open = new("--open") { Description = "Only those that nobody has proven, and whose bonds are held" };

    public ChallengeListCommand()
        : base("list", "List challenged units and what became of them")
    {
        Add(_epoch);
        Add(_edge);
        Add(_open);
    }

    public override IReadOnlyList<string> Examples => ["challenge list", "challenge list --open", "challenge list --edge bob --epoch 17 --json"];

    public override IReadOnlyList<string> Next => ["challenge create --edge <owner>", "challenge answer --edge <owner>", "challenge convict --edge <owner>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var epoch = Trials.ReadEpoch(invocation, _epoch);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var edge = invocation.Value(_edge) is { } named ? await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false) : null;
        var rows = new List<Value[]>();
        foreach (var trial in (await session.Trials.ListAsync(epoch, edge, cancellationToken).ConfigureAwait(false)).Reverse())
        {
            foreach (var challenge in invocation.Value(_open) ? trial.Open : trial.Challenges)
            {
                rows.Add(
                [
                    Value.Id(trial.Epoch),
                    await session.NameAsync(trial.Edge, cancellationToken).ConfigureAwait(false),
                    Value.Of(challenge.Unit),
                    Value.Of(Trials.Name(challenge.State, trial)),
                    Value.Time(trial.AnswersUntil),
                    await session.NameAsync(challenge.Challenger, cancellationToken).ConfigureAwait(false),
                    Value.Send(challenge.Bond),
                    challenge.Answerer is { } answerer ? await session.NameAsync(answerer, cancellationToken).ConfigureAwait(false) : Value.None,
                    Value.Of(trial.Commitment!.Convicted),
                ]);
            }
        }

        return new Report("").Add(new Table(
            "challenges",
            [
                new("epoch", "Epoch", Right: true),
                new("edge", "Edge"),
                new("unit", "Unit", Right: true),
                new("state", "State"),
                new("answersUntil", "Answers until"),
                new("challenger", "Challenger"),
                new("bond", "Bond", Right: true),
                new("answerer", null),
                new("convicted", "Edge convicted"),
            ],
            rows,
            "No unit was challenged. Doubt one with `sending-cli challenge create --edge <owner>`."));
    }
}
