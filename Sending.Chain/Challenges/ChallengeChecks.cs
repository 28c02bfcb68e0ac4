using System.Globalization;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;

namespace Sending.Chain.Challenges;

/// <summary>What must hold before a commitment is doubted, defended, or condemned.</summary>
public static class ChallengeChecks
{
    /// <summary>A challenge.</summary>
    /// <param name="trial">Where the commitment stands.</param>
    /// <param name="unit">The doubted unit.</param>
    /// <param name="balance">What the challenger holds.</param>
    public static IEnumerable<Problem> Challenge(TrialView trial, ulong unit, BalanceView balance)
    {
        foreach (var problem in Convictable(trial, trial.OpensAt, trial.ChallengesUntil, "Units are challenged"))
        {
            yield return problem;
        }

        if (trial.Commitment is { } commitment && unit >= (ulong)commitment.Units)
        {
            yield return Problem.Of(
                "unit",
                $"Unit {unit} does not exist: the commitment has {commitment.Units} units, counted from 0.",
                ("unit", Text(unit)),
                ("units", Text((ulong)commitment.Units)));
        }

        if (Find(trial, unit) is { } earlier)
        {
            yield return Problem.Of(
                "challenged",
                $"Unit {unit} was challenged already by {earlier.Challenger}, and each can be once. Choose another; see `sending-cli challenge list --epoch {trial.Epoch} --edge {trial.Edge}`.",
                ("unit", Text(unit)),
                ("challenger", earlier.Challenger));
        }

        foreach (var problem in EntryChecks.Balance(trial.Bond, balance, "Bond", "bonded"))
        {
            yield return problem;
        }
    }

    /// <summary>Answers to challenges.</summary>
    /// <param name="trial">Where the commitment stands.</param>
    /// <param name="units">The units to prove.</param>
    public static IEnumerable<Problem> Answer(TrialView trial, IReadOnlyList<ulong> units)
    {
        foreach (var problem in Convictable(trial, trial.OpensAt, trial.AnswersUntil, "Challenges are answered"))
        {
            yield return problem;
        }

        if (units.Count == 0)
        {
            yield return Problem.Of(
                "open",
                $"No challenge of the commitment of {trial.Edge} for epoch {trial.Epoch} is open; there is nothing to answer.",
                ("epoch", Text(trial.Epoch)),
                ("edge", trial.Edge));
        }

        foreach (var unit in units.Where(unit => Find(trial, unit)?.State != ChallengeState.Open))
        {
            yield return NotOpen(trial, unit);
        }
    }

    /// <summary>A conviction by a challenge without an answer.</summary>
    /// <param name="trial">Where the commitment stands.</param>
    /// <param name="unit">The unit that nobody proved.</param>
    public static IEnumerable<Problem> Convict(TrialView trial, ulong unit)
    {
        foreach (var problem in Convictable(trial, trial.AnswersUntil, null, "Units without an answer convict"))
        {
            yield return problem;
        }

        // Whose bond went back is unproven still.
        if (Find(trial, unit)?.State is not (ChallengeState.Open or ChallengeState.Refunded))
        {
            yield return NotOpen(trial, unit);
        }
    }

    /// <summary>Bonds that are to go back.</summary>
    /// <param name="trial">Where the commitment stands.</param>
    /// <param name="units">The units that nobody proved; the others are passed over.</param>
    public static IEnumerable<Problem> Refund(TrialView trial, IReadOnlyList<ulong> units)
    {
        if (trial.Commitment is not { Convicted: true })
        {
            foreach (var problem in Window(trial, trial.AnswersUntil, null, "Bonds go back"))
            {
                yield return problem;
            }
        }

        if (!units.Any(unit => Find(trial, unit)?.State == ChallengeState.Open))
        {
            yield return Problem.Of(
                "bond",
                $"No bond of a challenge of {trial.Edge} in epoch {trial.Epoch} is held any more; answered ones are their answerers'.",
                ("epoch", Text(trial.Epoch)),
                ("edge", trial.Edge));
        }
    }

    /// <summary>A proof that a commitment holds what no honest one does.</summary>
    /// <param name="trial">Where the commitment stands.</param>
    public static IEnumerable<Problem> Prove(TrialView trial)
        => Convictable(trial, trial.OpensAt, trial.AnswersUntil, "Fraud is proven");

    private static IEnumerable<Problem> Window(TrialView trial, DateTimeOffset from, DateTimeOffset? until, string what)
    {
        if (trial.Now < from || trial.Now >= until)
        {
            yield return Problem.Of(
                "window",
                $"{what} for epoch {trial.Epoch} from {ChainTime.Format(from)} {(until is { } end ? $"until {ChainTime.Format(end)}" : "on")}; it is {ChainTime.Format(trial.Now)} on the chain. {(trial.Now < from ? "Wait until then." : "That is over.")}",
                [("epoch", Text(trial.Epoch)), ("from", ChainTime.Format(from)), .. until is { } last ? new[] { ("until", ChainTime.Format(last)) } : []]);
        }
    }

    /// <summary>A commitment that something can still be done about, in its time.</summary>
    private static IEnumerable<Problem> Convictable(TrialView trial, DateTimeOffset from, DateTimeOffset? until, string what)
    {
        if (trial.Commitment is not { } commitment)
        {
            yield return Problem.Of(
                "commitment",
                $"{trial.Edge} has committed no work for epoch {trial.Epoch}. See `sending-cli challenge list`.",
                ("epoch", Text(trial.Epoch)),
                ("edge", trial.Edge));
            yield break;
        }

        foreach (var problem in Window(trial, from, until, what))
        {
            yield return problem;
        }

        if (commitment.Convicted)
        {
            yield return Problem.Of(
                "convicted",
                $"{trial.Edge} is convicted for epoch {trial.Epoch} already; bonds go back with `sending-cli challenge refund --epoch {trial.Epoch} --edge {trial.Edge}`.",
                ("epoch", Text(trial.Epoch)),
                ("edge", trial.Edge));
        }
    }

    private static Problem NotOpen(TrialView trial, ulong unit) => Problem.Of(
        "challenge",
        Find(trial, unit) switch
        {
            null => $"Unit {unit} of {trial.Edge} was not challenged in epoch {trial.Epoch}. See `sending-cli challenge list --epoch {trial.Epoch}`.",
            { State: ChallengeState.Answered } answered => $"Unit {unit} of {trial.Edge} in epoch {trial.Epoch} was proven by {answered.Answerer}.",
            _ => $"The bond of unit {unit} of {trial.Edge} in epoch {trial.Epoch} went back already.",
        },
        ("unit", Text(unit)),
        ("epoch", Text(trial.Epoch)),
        ("edge", trial.Edge));

    private static IndexedChallenge? Find(TrialView trial, ulong unit) => trial.Challenges.SingleOrDefault(challenge => (ulong)challenge.Unit == unit);

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
