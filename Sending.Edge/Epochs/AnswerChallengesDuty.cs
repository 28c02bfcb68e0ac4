using System.Globalization;
using Microsoft.Extensions.Logging;
using Sending.Chain.Challenges;
using Sending.Chain.Deployments;
using Sending.Chain.Duties;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Transactions;
using Sending.Chain.Work;

namespace Sending.Edge.Epochs;

/// <summary>
/// Proves challenged units: the Edge's own at once, since an unanswered one costs it a part of its stake; those of others that are still open when challenges
/// close, for the bond, if somebody gives the leaf.
/// </summary>
/// <param name="edge">Which Edge it is.</param>
/// <param name="leaves">Its own leaves.</param>
/// <param name="proofs">Fetches those of others.</param>
/// <param name="contracts">Where answers go.</param>
/// <param name="outbox">Sends.</param>
/// <param name="options">When to look again.</param>
/// <param name="metrics">Counts.</param>
/// <param name="time">Measures pauses.</param>
/// <param name="log">Tells what cannot be proven.</param>
internal sealed class AnswerChallengesDuty(
    EdgeIdentity edge,
    ILeafStore leaves,
    LeafProofClient proofs,
    ContractAddresses contracts,
    Outbox outbox,
    EpochOptions options,
    EpochMetrics metrics,
    TimeProvider time,
    ILogger log) : IDuty
{
    /// <summary>So many of an Edge are looked at in one go; the next look takes the next.</summary>
    private const int MostAtOnce = 64;

    private readonly Dictionary<string, DateTimeOffset> _retries = [];
    private long _retriesOf = -1;
    private (string Root, LeafSet Set, Chain.Formats.MerkleSumTree Tree)? _own;

    /// <inheritdoc/>
    public string Name => "answer-challenges";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var epoch = moment.Epoch - 1;
        if (epoch < 0)
        {
            return DutyReport.Nothing;
        }

        if (_retriesOf != epoch)
        {
            _retries.Clear();
            (_retriesOf, _own) = (epoch, null);
        }

        var until = moment.EndOf(epoch) + moment.Clock.W4;
        var report = DutyReport.Nothing with { Epoch = epoch };
        foreach (var commitment in moment.State.Work.ListCommitments(epoch).Where(each => !each.Convicted))
        {
            var challenges = moment.State.Work.ListChallenges(epoch, commitment.Edge);
            var open = challenges.Where(challenge => challenge.State == ChallengeState.Open).ToList();
            if (IsOwn(commitment))
            {
                report = await AnswerOwnAsync(moment, commitment, challenges.Count, open, until, cancellationToken);
            }
            else if (moment.ChainTime >= moment.EndOf(epoch) + moment.Clock.W3 && moment.ChainTime < until)
            {
                await AnswerForAsync(moment, commitment, open, until, cancellationToken);
            }
        }

        return report;
    }

    private async Task<DutyReport> AnswerOwnAsync(
        DutyMoment moment,
        IndexedCommitment commitment,
        int challenged,
        List<IndexedChallenge> open,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        if (open.Count == 0)
        {
            return challenged == 0
                ? DutyReport.Nothing with { Epoch = commitment.Epoch }
                : new DutyReport(DutyState.Done, commitment.Epoch, $"{challenged} challenges are answered.");
        }

        if (moment.ChainTime >= until)
        {
            return new DutyReport(DutyState.Missed, commitment.Epoch, $"{open.Count} challenges were not answered in time.");
        }

        if (await LoadAsync(commitment, cancellationToken) is not { } own)
        {
            return new DutyReport(DutyState.Failed, commitment.Epoch, $"{open.Count} challenges are open, and the leaves of {commitment.Root} are not here.", until);
        }

        foreach (var unit in open.Take(MostAtOnce).Select(challenge => (ulong)challenge.Unit))
        {
            Record(commitment, unit, own.Set.EvidenceOf(own.Tree, own.Tree.LeafOf(unit)), until);
        }

        return new DutyReport(DutyState.Pending, commitment.Epoch, $"{open.Count} of {challenged} challenges have no answer on the chain yet.", until);
    }

    private async Task AnswerForAsync(DutyMoment moment, IndexedCommitment commitment, List<IndexedChallenge> open, DateTimeOffset until, CancellationToken cancellationToken)
    {
        foreach (var unit in open.Take(MostAtOnce).Select(challenge => (ulong)challenge.Unit))
        {
            var key = Key(commitment, unit);
            if (outbox.Find(key) is not null || (_retries.TryGetValue(key, out var next) && time.GetUtcNow() < next))
            {
                continue;
            }

            try
            {
                var evidence = await proofs.GetAsync(commitment, unit, LeafSources.Of(moment.State, commitment.Edge), cancellationToken);
                if (ReceiptRight.MaySign(moment.State, evidence.Leaf.Client, evidence.Leaf.Signer, commitment.Epoch))
                {
                    Record(commitment, unit, evidence, until);
                    log.LogInformation("Unit {Unit} of {Edge} in epoch {Epoch} is proven for it.", unit, commitment.Edge, commitment.Epoch);
                    continue;
                }
            }
            catch (SendingException error) when (error.Code == ErrorCode.CheckFailed)
            {
                log.LogInformation("{Reason}", error.Message);
            }

            _retries[key] = time.GetUtcNow() + options.RetryAnswers;
        }
    }

    private void Record(IndexedCommitment commitment, ulong unit, LeafEvidence evidence, DateTimeOffset until)
    {
        var key = Key(commitment, unit);
        if (outbox.Find(key) is null)
        {
            var calls = new ChallengeCalls(contracts, commitment.Epoch, commitment.Edge, edge.Operator);
            outbox.Enqueue(new TransactionIntent(key, calls.Answer([(unit, evidence)])) { Deadline = until });
            metrics.Answers.Add(1);
        }
    }

    /// <summary>The Edge's own set of leaves, with its tree.</summary>
    private async Task<(string Root, LeafSet Set, Chain.Formats.MerkleSumTree Tree)?> LoadAsync(IndexedCommitment commitment, CancellationToken cancellationToken)
    {
        if (_own is { } known && known.Root == commitment.Root)
        {
            return known;
        }

        if (await leaves.FindAsync(commitment.Root, cancellationToken) is not { } header)
        {
            return null;
        }

        var all = await leaves.ReadAsync(commitment.Root, 0, header.Count, cancellationToken);
        var set = new LeafSet(commitment.Epoch, commitment.Edge, commitment.Root, header.Units, all);
        _own = (commitment.Root, set, set.ToTree());
        return _own;
    }

    private bool IsOwn(IndexedCommitment commitment) => commitment.Edge.Equals(edge.Owner, StringComparison.OrdinalIgnoreCase);

    private static string Key(IndexedCommitment commitment, ulong unit)
        => string.Create(CultureInfo.InvariantCulture, $"answer/{commitment.Epoch}/{commitment.Edge.ToLowerInvariant()}/{unit}");
}
