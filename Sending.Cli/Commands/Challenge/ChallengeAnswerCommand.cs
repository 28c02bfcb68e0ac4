using System.CommandLine;
using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Challenges;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Formats;
using Sending.Chain.Staking;
using Sending.Chain.Work;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Challenge;

/// <summary>Proves challenged units.</summary>
internal sealed class ChallengeAnswerCommand : TransactionCommand
{
    /// <summary>So that an answer stays far below a block's gas.</summary>
    private const int MostAtOnce = 20;

    private readonly Option<string> _edge = Trials.Edge(required: true);
    private readonly Option<string> _epoch = Trials.Epoch(Trials.NewestEpoch);
    private readonly Option<string> _unit = Trials.Unit("all that are open");

    private readonly Option<string[]> _from = Common.From("the leaves are served", "the Edge's and the guardians' endpoints");

    public ChallengeAnswerCommand()
        : base("answer", "Prove challenged units of an Edge, yours or another's; their bonds are yours")
    {
        Add(_edge);
        Add(_epoch);
        Add(_unit);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["challenge answer --edge bob", "challenge answer --edge bob --unit 4711 --from https://guardian.example.org"];

    public override IReadOnlyList<string> Next => ["challenge list"];

    protected override void Validate(Invocation invocation)
    {
        Trials.ReadEpoch(invocation, _epoch);
        Trials.ReadUnit(invocation, _unit);
        Common.ReadFrom(invocation, _from);
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var trial = await Trials.FindAsync(session, invocation.Value(_edge)!, Trials.ReadEpoch(invocation, _epoch), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ulong> units = Trials.ReadUnit(invocation, _unit) is { } named
            ? [named]
            : [.. trial.Open.Take(MostAtOnce).Select(challenge => (ulong)challenge.Unit)];
        Problems.ThrowIfAny(ChallengeChecks.Answer(trial, units));
        var proven = await ProveAsync(session, invocation, trial, units, cancellationToken).ConfigureAwait(false);
        var plan = await session.Challenges.AnswerAsync(account, trial.Epoch, trial.Edge, proven, cancellationToken).ConfigureAwait(false);
        var fields = await Trials.FieldsAsync(session, trial, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Prove {(units.Count == 1 ? $"unit {units[0]}" : $"{units.Count} units")} of the work of {fields[0].Value.Text} in epoch {trial.Epoch}.",
            plan,
            async (result, token) =>
            {
                var answered = result.Receipt.DecodeAllEvents<AnsweredEventDTO>();
                var bonds = answered.Aggregate(BigInteger.Zero, (sum, log) => sum + log.Event.Bond);
                return new Report($"Proved {(answered.Count == 1 ? "1 unit" : $"{answered.Count} units")}; {HumanAmount.Format(bonds)} SEND of bonds are yours.")
                    .Add(fields)
                    .Add("answered", "Proven units", Trials.Units(answered.Select(log => log.Event.Unit)))
                    .Add("bonds", "Bonds", Value.Send(bonds))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next($"sending-cli challenge list --edge {trial.Edge}");
            })
        {
            Preview =
            [
                .. fields,
                new("answered", "Units to prove", Trials.Units(units)),
                new("bonds", "Bonds", Value.Send(trial.Bond * units.Count)),
                new("answersUntil", "Answers until", Value.Time(trial.AnswersUntil)),
            ],
        };
    }

    private async Task<IReadOnlyList<(ulong Unit, LeafEvidence Leaf)>> ProveAsync(
        Session session,
        Invocation invocation,
        TrialView trial,
        IReadOnlyList<ulong> units,
        CancellationToken cancellationToken)
    {
        var sources = Common.ReadFrom(invocation, _from) ?? await session.Trials.ListSourcesAsync(trial.Edge, cancellationToken).ConfigureAwait(false);
        var deployment = session.Connection.Deployment;
        var client = new LeafProofClient(session.Http, TypedDataDomain.OfWork(deployment.ChainId, deployment.Contracts.WorkProofs), invocation.Terminal.Clock);
        var proven = new List<(ulong Unit, LeafEvidence Leaf)>();
        foreach (var unit in units)
        {
            proven.Add((unit, await client.GetAsync(trial.Commitment!, unit, sources, cancellationToken).ConfigureAwait(false)));
        }

        return proven;
    }
}
