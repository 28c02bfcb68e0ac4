using System.Globalization;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Transactions;
using Sending.Guardian.Duties;

namespace Sending.Guardian.Scores;

/// <summary>Commits to the scores of the epoch that has ended, in [T, T+W1).</summary>
internal sealed class CommitScoresDuty(GuardianIdentity guardian, ScoreBook book, IScoreSource scores, DutyTransactions transactions, string workProofs) : IDuty
{
    private const int MostAttempts = 3;

    /// <inheritdoc/>
    public string Name => "commit-scores";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken) => Task.FromResult(Run(moment));

    private DutyReport Run(DutyMoment moment)
    {
        var epoch = moment.Epoch - 1;
        if (epoch < 0)
        {
            return DutyReport.Nothing;
        }

        if (moment.State.Work.ListScores(epoch).Any(known => guardian.Owns(known.Guardian)))
        {
            return new DutyReport(DutyState.Done, epoch, "The scores are committed to.");
        }

        var until = moment.EndOf(epoch) + moment.Clock.W1;
        if (moment.ChainTime >= until)
        {
            return moment.State.Staking.WeightBefore(guardian.Owner, moment.EndOf(epoch)).IsZero
                ? DutyReport.Nothing with { Epoch = epoch }
                : new DutyReport(DutyState.Missed, epoch, "The scores were not committed to in time; the epoch earns this guardian nothing.");
        }

        var entry = book.GetOrMake(epoch, () => scores.ScoresOf(moment.State, epoch));
        var message = new CommitScoresFunction { Epoch = epoch, Hash = entry.Hash(guardian.Owner) };
        var key = string.Create(CultureInfo.InvariantCulture, $"commit-scores/{epoch}");
        return DutyTransactions.Report(transactions.Bring(key, () => TransactionCall.Of(workProofs, message, guardian.Operator), until, MostAttempts), epoch, until);
    }
}
