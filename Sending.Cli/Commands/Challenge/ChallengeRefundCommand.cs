using System.CommandLine;
using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Challenge;

/// <summary>Pays bonds back.</summary>
internal sealed class ChallengeRefundCommand : TransactionCommand
{
    /// <summary>So that a transaction stays far below a block's gas.</summary>
    private const int MostAtOnce = 100;

    private readonly Option<string> _edge = Trials.Edge(required: true);
    private readonly Option<string> _epoch = Trials.Epoch(Trials.NewestEpoch);
    private readonly Option<string> _unit = Trials.Unit("all that nobody proved");

    public ChallengeRefundCommand()
        : base("refund", "Pay the bonds of units that nobody proved back to their challengers")
    {
        Add(_edge);
        Add(_epoch);
        Add(_unit);
    }

    public override IReadOnlyList<string> Examples => ["challenge refund --edge bob", "challenge refund --edge bob --epoch 17 --unit 4711"];

    public override IReadOnlyList<string> Next => ["challenge list"];

    protected override void Validate(Invocation invocation)
    {
        Trials.ReadEpoch(invocation, _epoch);
        Trials.ReadUnit(invocation, _unit);
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var trial = await Trials.FindAsync(session, invocation.Value(_edge)!, Trials.ReadEpoch(invocation, _epoch), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ulong> units = Trials.ReadUnit(invocation, _unit) is { } named
            ? [named]
            : [.. trial.Open.Take(MostAtOnce).Select(challenge => (ulong)challenge.Unit)];
        var plan = await session.Challenges.RefundAsync(account, trial.Epoch, trial.Edge, units, cancellationToken).ConfigureAwait(false);
        var fields = await Trials.FieldsAsync(session, trial, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Pay {(units.Count == 1 ? "1 bond" : $"{units.Count} bonds")} of challenges of {fields[0].Value.Text} in epoch {trial.Epoch} back.",
            plan,
            async (result, token) =>
            {
                var refunded = result.Receipt.DecodeAllEvents<BondRefundedEventDTO>();
                var bonds = refunded.Aggregate(BigInteger.Zero, (sum, log) => sum + log.Event.Bond);
                return new Report($"Paid {HumanAmount.Format(bonds)} SEND of bonds back.")
                    .Add(fields)
                    .Add("refunded", "Units", Trials.Units(refunded.Select(log => log.Event.Unit)))
                    .Add("bonds", "Bonds", Value.Send(bonds))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next($"sending-cli challenge list --edge {trial.Edge}");
            })
        {
            Preview = [.. fields, new("refunded", "Units", Trials.Units(units)), new("bonds", "Bonds", Value.Send(trial.Bond * units.Count))],
        };
    }
}
