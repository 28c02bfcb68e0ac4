using System.CommandLine;
using System.Globalization;
using Sending.Chain.Challenges;
using Sending.Chain.Events.Projection;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Challenge;

/// <summary>What the commands about challenges take and tell alike.</summary>
internal static class Trials
{
    public static Option<string> Edge(bool required) => new("--edge")
    {
        HelpName = "name|address",
        Description = required ? "Owner of the Edge" : "Owner of the Edge (default: all)",
        Required = required,
    };

    public static Option<string> Epoch(string otherwise) => new("--epoch") { HelpName = "number", Description = $"Epoch of the commitment (default: {otherwise})" };

    public static Option<string> Unit(string otherwise) => new("--unit") { HelpName = "number", Description = $"Unit of the commitment, counted from 0 (default: {otherwise})" };

    /// <summary>Of the newest epoch that the Edge has committed work for, unless one was named.</summary>
    public const string NewestEpoch = "the newest that the Edge committed work for";

    public static long? ReadEpoch(Invocation invocation, Option<string> option) => Common.ReadEpoch(invocation.Value(option), option.Name);

    public static ulong? ReadUnit(Invocation invocation, Option<string> option) => Common.ReadUnits(invocation.Value(option), option.Name);

    /// <summary>The commitment that a command is about.</summary>
    public static async Task<TrialView> FindAsync(Session session, string edgeName, long? epoch, CancellationToken cancellationToken)
    {
        var edge = await session.Accounts.AddressAsync(edgeName, cancellationToken).ConfigureAwait(false);
        if (epoch is { } named)
        {
            return await session.Trials.GetAsync(named, edge, cancellationToken).ConfigureAwait(false);
        }

        return (await session.Trials.ListAsync(null, edge, cancellationToken).ConfigureAwait(false)).LastOrDefault()
            ?? throw new CliException(ExitCode.Failed, "check_failed", $"{edge} has never committed work. See `sending-cli challenge list`.");
    }

    public static async Task<IReadOnlyList<Field>> FieldsAsync(Session session, TrialView trial, CancellationToken cancellationToken) =>
    [
        new("edge", "Edge", await session.NameAsync(trial.Edge, cancellationToken).ConfigureAwait(false)),
        new("epoch", "Epoch", Value.Id(trial.Epoch)),
        new("units", "Units committed", trial.Commitment is { } commitment ? Value.Of(commitment.Units) : Value.None),
    ];

    public static Value Units(IEnumerable<ulong> units) => Value.List([.. units.Select(unit => unit.ToString(CultureInfo.InvariantCulture))]);

    public static string Name(ChallengeState state, TrialView trial) => state switch
    {
        ChallengeState.Open when trial.Now >= trial.AnswersUntil => "unproven",
        ChallengeState.Open => "open",
        ChallengeState.Answered => "answered",
        _ => "refunded",
    };
}
