using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Challenges;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Events.Projection;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Challenge;

/// <summary>Convicts an Edge by a unit that nobody proved.</summary>
internal sealed class ChallengeConvictCommand : TransactionCommand
{
    private readonly Option<string> _edge = Trials.Edge(required: true);
    private readonly Option<string> _epoch = Trials.Epoch(Trials.NewestEpoch);
    private readonly Option<string> _unit = Trials.Unit("your first that nobody proved, else anybody's");

    public ChallengeConvictCommand()
        : base("convict", "Slash an Edge for a unit that nobody proved in time; the reward is its challenger's")
    {
        Add(_edge);
        Add(_epoch);
        Add(_unit);
    }

    public override IReadOnlyList<string> Examples => ["challenge convict --edge bob", "challenge convict --edge bob --epoch 17 --unit 4711"];

    public override IReadOnlyList<string> Next => ["challenge refund --edge <owner>", "node show <owner>"];

    protected override void Validate(Invocation invocation)
    {
        Trials.ReadEpoch(invocation, _epoch);
        Trials.ReadUnit(invocation, _unit);
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var trial = await Trials.FindAsync(session, invocation.Value(_edge)!, Trials.ReadEpoch(invocation, _epoch), cancellationToken).ConfigureAwait(false);
        var unit = Trials.ReadUnit(invocation, _unit) ?? Choose(trial, account);
        var plan = await session.Challenges.ConvictAsync(account, trial.Epoch, trial.Edge, unit, cancellationToken).ConfigureAwait(false);
        var challenger = trial.Challenges.Single(challenge => (ulong)challenge.Unit == unit).Challenger;
        IReadOnlyList<Field> fields =
        [
            .. await Trials.FieldsAsync(session, trial, cancellationToken).ConfigureAwait(false),
            new("unit", "Unit", Value.Of(unit)),
            new("challenger", "Challenger", await session.NameAsync(challenger, cancellationToken).ConfigureAwait(false)),
        ];
        return new Change(
            $"Convict {fields[0].Value.Text} by unit {unit} of epoch {trial.Epoch}, which nobody proved.",
            plan,
            async (result, token) =>
            {
                var convicted = result.Receipt.DecodeAllEvents<ConvictedEventDTO>()[0].Event;
                return new Report($"Convicted; the node lost {HumanAmount.Format(convicted.Slashed)} SEND.")
                    .Add(fields)
                    .Add("slashed", "Slashed", Value.Send(convicted.Slashed))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next($"sending-cli challenge refund --edge {trial.Edge} --epoch {trial.Epoch}", $"sending-cli node show {trial.Edge}");
            })
        {
            Preview = fields,
        };
    }

    /// <summary>None is left to choose when it is too early or too late; the checks then say so of unit 0 or the first.</summary>
    private static ulong Choose(TrialView trial, string account)
    {
        var unproven = trial.Challenges.Where(challenge => challenge.State is ChallengeState.Open or ChallengeState.Refunded).ToList();
        var chosen = unproven.Find(challenge => challenge.Challenger.Equals(account, StringComparison.OrdinalIgnoreCase)) ?? unproven.FirstOrDefault() ?? trial.Challenges.FirstOrDefault();
        return (ulong)(chosen?.Unit ?? 0);
    }
}
