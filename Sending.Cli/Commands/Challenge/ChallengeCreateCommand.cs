using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Challenges;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Challenge;

/// <summary>Asks for the proof of a unit.</summary>
internal sealed class ChallengeCreateCommand : TransactionCommand
{
    private readonly Option<string> _edge = Trials.Edge(required: true);
    private readonly Option<string> _epoch = Trials.Epoch(Trials.NewestEpoch);
    private readonly Option<string> _unit = Trials.Unit("one drawn at random");

    public ChallengeCreateCommand()
        : base("create", "Doubt a unit of an Edge's work; your bond is lost to whoever proves it, and comes back if nobody does")
    {
        Add(_edge);
        Add(_epoch);
        Add(_unit);
    }

    public override IReadOnlyList<string> Examples => ["challenge create --edge bob", "challenge create --edge bob --epoch 17 --unit 4711"];

    public override IReadOnlyList<string> Next => ["challenge list --open", "challenge convict --edge <owner>"];

    protected override void Validate(Invocation invocation)
    {
        Trials.ReadEpoch(invocation, _epoch);
        Trials.ReadUnit(invocation, _unit);
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var trial = await Trials.FindAsync(session, invocation.Value(_edge)!, Trials.ReadEpoch(invocation, _epoch), cancellationToken).ConfigureAwait(false);

        // Without a commitment there is nothing to draw from; the checks say so.
        var unit = Trials.ReadUnit(invocation, _unit) ?? (trial.Commitment is null ? 0 : ChallengeActions.DrawUnit(trial));
        var approval = await session.Challenges.ApproveAsync(account, trial.Epoch, trial.Edge, unit, cancellationToken).ConfigureAwait(false);
        Task<Chain.Transactions.TransactionPlan> PlanAsync(CancellationToken token) => session.Challenges.ChallengeAsync(account, trial.Epoch, trial.Edge, unit, token);
        var allowance = await session.Trials.GetAllowanceAsync(account, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Field> fields =
        [
            .. await Trials.FieldsAsync(session, trial, cancellationToken).ConfigureAwait(false),
            new("unit", "Unit", Value.Of(unit)),
        ];
        return new Change(
            $"Challenge unit {unit} of the work of {fields[0].Value.Text} in epoch {trial.Epoch}.",
            approval ?? await PlanAsync(cancellationToken).ConfigureAwait(false),
            async (result, token) =>
            {
                var challenged = result.Receipt.DecodeAllEvents<ChallengedEventDTO>()[0].Event;
                return new Report($"Challenged unit {challenged.Unit}; it has to be proven until {ChainTime.Format(trial.AnswersUntil)}.")
                    .Add(fields)
                    .Add("bond", "Bond", Value.Send(challenged.Bond))
                    .Add("answersUntil", "Answers until", Value.Time(trial.AnswersUntil))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next($"sending-cli challenge list --edge {trial.Edge}", $"sending-cli challenge convict --edge {trial.Edge} --epoch {trial.Epoch}");
            })
        {
            Preview =
            [
                .. fields,
                new("bond", "Bond", Value.Send(trial.Bond)),
                new("allowance", "WorkProofs may take", Value.Send(allowance)),
                new("answersUntil", "Answers until", Value.Time(trial.AnswersUntil)),
            ],
            Warnings = approval is null ? [] : ["Two transactions: the first allows WorkProofs to take the bond, the second challenges. The gas shown is the first's."],
            ThenAsync = approval is null ? null : async (_, token) => await PlanAsync(token).ConfigureAwait(false),
        };
    }
}
