using System.Globalization;
using Sending.Chain.Challenges;
using Sending.Chain.Deployments;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Guardian.Duties;

namespace Sending.Guardian.Challenges;

/// <summary>Convicts, from T+W4 on, Edges that left a challenge without an answer, and takes its own bonds back.</summary>
internal sealed class ConvictDuty(GuardianIdentity guardian, DutyTransactions transactions, ContractAddresses contracts) : IDuty
{
    private const int MostAttempts = 3;

    /// <summary>How many epochs back it looks.</summary>
    private const int Reach = 8;

    /// <inheritdoc/>
    public string Name => "convict";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var report = DutyReport.Nothing;
        for (var epoch = Math.Max(0, moment.Epoch - Reach); epoch < moment.Epoch && moment.ChainTime >= moment.EndOf(epoch) + moment.Clock.W4; epoch++)
        {
            foreach (var commitment in moment.State.Work.ListCommitments(epoch).Where(commitment => commitment.Unanswered > 0))
            {
                report = commitment.Convicted ? Refund(moment, commitment) ?? report : Convict(moment, commitment);
            }
        }

        return Task.FromResult(report);
    }

    private DutyReport Convict(DutyMoment moment, IndexedCommitment commitment)
    {
        var unproven = moment.State.Work.ListChallenges(commitment.Epoch, commitment.Edge).Where(challenge => challenge.State != ChallengeState.Answered).ToList();
        var own = unproven.FirstOrDefault(IsOwn);
        var turn = Turns.Of(moment, guardian, commitment.Epoch, moment.EndOf(commitment.Epoch) + moment.Clock.W4);
        if (own is null && moment.ChainTime < turn)
        {
            return new DutyReport(DutyState.Waiting, commitment.Epoch, "It is another guardian's turn.", turn);
        }

        var call = Calls(commitment).Convict((ulong)(own ?? unproven[0]).Unit);
        return DutyTransactions.Report(transactions.Bring(Key("convict", commitment), () => call, null, MostAttempts), commitment.Epoch, null);
    }

    private DutyReport? Refund(DutyMoment moment, IndexedCommitment commitment)
    {
        var bonds = moment.State.Work.ListChallenges(commitment.Epoch, commitment.Edge)
            .Where(challenge => challenge.State == ChallengeState.Open && IsOwn(challenge))
            .Select(challenge => (ulong)challenge.Unit)
            .ToList();
        return bonds.Count == 0
            ? null
            : DutyTransactions.Report(transactions.Bring(Key("refund", commitment), () => Calls(commitment).Refund(bonds), null, MostAttempts), commitment.Epoch, null);
    }

    private bool IsOwn(IndexedChallenge challenge) => challenge.Challenger.Equals(guardian.Operator, StringComparison.OrdinalIgnoreCase);

    private ChallengeCalls Calls(IndexedCommitment commitment) => new(contracts, commitment.Epoch, commitment.Edge, guardian.Operator);

    private static string Key(string what, IndexedCommitment commitment)
        => string.Create(CultureInfo.InvariantCulture, $"{what}/{commitment.Epoch}/{commitment.Edge.ToLowerInvariant()}");
}
