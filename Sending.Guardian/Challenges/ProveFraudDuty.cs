using System.Globalization;
using Sending.Chain.Challenges;
using Sending.Chain.Deployments;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Guardian.Duties;
using Sending.Guardian.Leaves;

namespace Sending.Guardian.Challenges;

/// <summary>Convicts, in [T+W1, T+W4), Edges whose leaves show it: a leaf that is no valid receipt, or two out of order. It needs no bond.</summary>
internal sealed class ProveFraudDuty(GuardianIdentity guardian, LeafAuditor auditor, DutyTransactions transactions, ContractAddresses contracts) : IDuty
{
    private const int MostAttempts = 3;

    /// <inheritdoc/>
    public string Name => "prove-fraud";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken) => Task.FromResult(Run(moment));

    private DutyReport Run(DutyMoment moment)
    {
        var epoch = moment.Epoch - 1;
        if (epoch < 0 || moment.ChainTime < moment.EndOf(epoch) + moment.Clock.W1 || moment.ChainTime >= moment.EndOf(epoch) + moment.Clock.W4)
        {
            return DutyReport.Nothing;
        }

        var until = moment.EndOf(epoch) + moment.Clock.W4;
        var report = DutyReport.Nothing with { Epoch = epoch };
        foreach (var commitment in moment.State.Work.ListCommitments(epoch))
        {
            if (auditor.Find(commitment) is not { Kind: LeafVerdictKind.Faulty, Set: { } set, Proof: { } fault })
            {
                continue;
            }

            report = commitment.Convicted
                ? new DutyReport(DutyState.Done, epoch, $"{commitment.Edge} is convicted: {fault.Reason}")
                : Prove(moment, commitment, set, fault, until);
        }

        return report;
    }

    private DutyReport Prove(DutyMoment moment, IndexedCommitment commitment, LeafSet set, LeafFault fault, DateTimeOffset until)
    {
        var turn = Turns.Of(moment, guardian, commitment.Epoch, moment.EndOf(commitment.Epoch) + moment.Clock.W1);
        if (moment.ChainTime < turn)
        {
            return new DutyReport(DutyState.Pending, commitment.Epoch, "It is another guardian's turn.", until) { GoesOn = turn };
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"prove-fraud/{commitment.Epoch}/{commitment.Edge.ToLowerInvariant()}");
        return DutyTransactions.Report(transactions.Bring(key, Call, until, MostAttempts), commitment.Epoch, until);

        TransactionCall Call()
        {
            var tree = set.ToTree();
            var calls = new ChallengeCalls(contracts, commitment.Epoch, commitment.Edge, guardian.Operator);
            return fault.Kind == LeafFaultKind.Disorder
                ? calls.ProveDisorder(set.EvidenceOf(tree, fault.First), set.EvidenceOf(tree, fault.Second))
                : calls.ProveInvalid(set.EvidenceOf(tree, fault.First));
        }
    }
}
