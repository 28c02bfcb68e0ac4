using System.Globalization;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Formats;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Guardian.Duties;
using Sending.Guardian.Leaves;

namespace Sending.Guardian.Scores;

/// <summary>
/// Reveals the scores in [T+W1, T+W2), and says whose leaves it holds: complete, in order, summing, every receipt valid. It waits for leaves that are still
/// fetched, but not longer than for most of the window.
/// </summary>
internal sealed class RevealScoresDuty(GuardianIdentity guardian, ScoreBook book, LeafAuditor auditor, DutyTransactions transactions, string workProofs) : IDuty
{
    private const int MostAttempts = 3;
    private const double LongestWait = 0.6;

    /// <inheritdoc/>
    public string Name => "reveal-scores";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken) => Task.FromResult(Run(moment));

    private DutyReport Run(DutyMoment moment)
    {
        var epoch = moment.Epoch - 1;
        if (epoch < 0 || moment.State.Work.ListScores(epoch).SingleOrDefault(known => guardian.Owns(known.Guardian)) is not { } committed)
        {
            return DutyReport.Nothing;
        }

        if (committed.RevealedAt is not null)
        {
            return new DutyReport(DutyState.Done, epoch, "The scores are revealed.");
        }

        var (opens, until) = (moment.EndOf(epoch) + moment.Clock.W1, moment.EndOf(epoch) + moment.Clock.W2);
        if (moment.ChainTime < opens)
        {
            return new DutyReport(DutyState.Waiting, epoch, "Scores are revealed once nobody can commit to any more.", opens);
        }

        if (moment.ChainTime >= until)
        {
            return new DutyReport(DutyState.Missed, epoch, "The scores were not revealed in time; the epoch earns this guardian nothing.");
        }

        if (book.Find(epoch) is not { } entry || entry.HashText(guardian.Owner) != committed.Hash)
        {
            return new DutyReport(DutyState.Failed, epoch, "Other scores are committed to than those that are kept here: another process acts for this guardian, or the data folder is not the same.", until);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"reveal-scores/{epoch}");
        if (!transactions.Knows(key))
        {
            var commitments = moment.State.Work.ListCommitments(epoch);
            var open = commitments.Where(commitment => auditor.Find(commitment) is not { Kind: not LeafVerdictKind.Withheld }).ToList();
            var longest = opens + ((until - opens) * LongestWait);
            if (open.Count > 0 && moment.ChainTime < longest)
            {
                return new DutyReport(DutyState.Pending, epoch, $"The leaves of {open.Count} Edges are not here, or not checked yet.", until)
                {
                    GoesOn = open.TrueForAll(commitment => auditor.Find(commitment) is not null) ? longest : null,
                };
            }
        }

        return DutyTransactions.Report(transactions.Bring(key, () => Reveal(moment, epoch, entry), until, MostAttempts), epoch, until);
    }

    private TransactionCall Reveal(DutyMoment moment, long epoch, ScoreEntry entry)
    {
        var indices = moment.State.Staking.ListNodes(NodeRole.Edge).ToDictionary(node => node.Owner, node => (int)node.Index);
        var held = moment.State.Work.ListCommitments(epoch)
            .Where(commitment => auditor.Find(commitment) is { Kind: LeafVerdictKind.Held })
            .Select(commitment => indices[commitment.Edge]);
        var message = new RevealScoresFunction { Epoch = epoch, Scores = entry.Scores, Salt = entry.Salt, Held = HeldBitmap.Of(held) };
        return TransactionCall.Of(workProofs, message, guardian.Operator);
    }
}
