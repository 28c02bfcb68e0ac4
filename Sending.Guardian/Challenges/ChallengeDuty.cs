using System.Globalization;
using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Challenges;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Guardian.Duties;
using Sending.Guardian.Leaves;

namespace Sending.Guardian.Challenges;

/// <summary>
/// Challenges, in [T+W1, T+W3), a unit of commitments whose leaves nobody gives, or whose sums lead nowhere: the Edge must show one or be convicted. One
/// challenge without an answer is enough, so guardians take turns; the bond is the operator's, who must hold it.
/// </summary>
internal sealed class ChallengeDuty(GuardianIdentity guardian, LeafAuditor auditor, DutyTransactions transactions, ChainConnection connection) : IDuty
{
    private const int MostAttempts = 3;

    /// <summary>Part of the window that an Edge has to give its leaves without being challenged.</summary>
    private const double Grace = 0.25;

    /// <inheritdoc/>
    public string Name => "challenge";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var epoch = moment.Epoch - 1;
        var (opens, until) = epoch < 0 ? (moment.ChainTime, moment.ChainTime) : (moment.EndOf(epoch) + moment.Clock.W1, moment.EndOf(epoch) + moment.Clock.W3);
        if (moment.ChainTime < opens || moment.ChainTime >= until)
        {
            return DutyReport.Nothing;
        }

        var report = DutyReport.Nothing with { Epoch = epoch };
        foreach (var commitment in moment.State.Work.ListCommitments(epoch).Where(commitment => !commitment.Convicted))
        {
            if (auditor.Find(commitment) is { } verdict && verdict.Kind != LeafVerdictKind.Held && verdict.Proof is null)
            {
                report = await ChallengeAsync(moment, commitment, verdict, opens, until, cancellationToken);
            }
        }

        return report;
    }

    private async Task<DutyReport> ChallengeAsync(
        DutyMoment moment, IndexedCommitment commitment, LeafVerdict verdict, DateTimeOffset opens, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var challenges = moment.State.Work.ListChallenges(commitment.Epoch, commitment.Edge);
        if (commitment.Unanswered > 0 || challenges.Any(challenge => challenge.Challenger.Equals(guardian.Operator, StringComparison.OrdinalIgnoreCase)))
        {
            return new DutyReport(DutyState.Done, commitment.Epoch, $"{commitment.Edge} is challenged: {verdict.Note}");
        }

        // Who withholds may only be slow; sums that lead nowhere do not get better.
        var from = verdict.Kind == LeafVerdictKind.Withheld ? opens + ((until - opens) * Grace) : opens;
        var turn = Turns.Of(moment, guardian, commitment.Epoch, from);
        if (moment.ChainTime < turn)
        {
            return new DutyReport(DutyState.Pending, commitment.Epoch, $"{commitment.Edge} will be challenged: {verdict.Note}", until) { GoesOn = turn };
        }

        var bond = moment.State.Parameters.ValueAt(ProtocolParameter.ChallengeBond, commitment.Epoch);
        var calls = new ChallengeCalls(connection.Deployment.Contracts, commitment.Epoch, commitment.Edge, guardian.Operator);
        var key = string.Create(CultureInfo.InvariantCulture, $"challenge/{commitment.Epoch}/{commitment.Edge.ToLowerInvariant()}");
        if (!transactions.Knows(key) && await HeldAsync(cancellationToken) is var balance && balance < bond)
        {
            return new DutyReport(
                DutyState.Failed, commitment.Epoch, $"A challenge of {commitment.Edge} takes a bond of {SendAmount.Text(bond)}, and the operator holds {SendAmount.Text(balance)}. Send it some.", until);
        }

        // Allowed for every Edge of the epoch at once: an allowance replaces the one before.
        var all = bond * moment.State.Staking.ListNodes(NodeRole.Edge).Count;
        transactions.Bring(string.Create(CultureInfo.InvariantCulture, $"approve-challenges/{commitment.Epoch}"), () => calls.Approve(all), until, MostAttempts);
        var trial = new TrialView(commitment.Epoch, commitment.Edge, commitment, challenges, bond, moment.Clock, moment.ChainTime);
        return DutyTransactions.Report(transactions.Bring(key, () => calls.Challenge(ChallengeActions.DrawUnit(trial)), until, MostAttempts), commitment.Epoch, until);
    }

    private async Task<BigInteger> HeldAsync(CancellationToken cancellationToken)
        => await connection.Token.BalanceOfQueryAsync(guardian.Operator).WaitAsync(cancellationToken);
}
