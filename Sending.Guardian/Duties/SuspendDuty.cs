using System.Globalization;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Guardian.Duties;

/// <summary>Suspends guardians that have not revealed scores for too long, so that they cannot stop settlements for ever; and resumes its own node.</summary>
internal sealed class SuspendDuty(GuardianIdentity guardian, DutyTransactions transactions, string staking) : IDuty
{
    private const int MostAttempts = 3;

    /// <inheritdoc/>
    public string Name => "suspend";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var elapsed = moment.ChainTime - moment.Clock.Genesis - moment.Clock.W2;
        var closed = elapsed <= TimeSpan.Zero ? 0 : elapsed.Ticks / moment.Clock.EpochDuration.Ticks;
        var patience = (long)moment.State.Parameters.ValueAt(ProtocolParameter.InactivityEpochs, moment.Epoch);
        var report = DutyReport.Nothing;
        foreach (var node in moment.State.Staking.ListNodes(NodeRole.Guardian).Where(node => !node.Tombstoned))
        {
            if (guardian.Owns(node.Owner))
            {
                report = node.Suspended ? Resume(moment, node.LastSeenEpoch) : report;
            }
            else if (!node.Suspended && closed > node.LastSeenEpoch + patience && moment.ChainTime >= Turns.Of(moment, guardian, closed, moment.EndOf(closed - 1) + moment.Clock.W2))
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"suspend/{node.Owner.ToLowerInvariant()}/{node.LastSeenEpoch}");
                var call = TransactionCall.Of(staking, new SuspendFunction { Node = node.Owner }, guardian.Operator);
                report = DutyTransactions.Report(transactions.Bring(key, () => call, null, MostAttempts), moment.Epoch, null);
            }
        }

        return Task.FromResult(report);
    }

    private DutyReport Resume(DutyMoment moment, long lastSeen)
    {
        var call = TransactionCall.Of(staking, new ResumeFunction { Node = guardian.Owner }, guardian.Operator);
        var key = string.Create(CultureInfo.InvariantCulture, $"resume/{moment.Epoch}/{lastSeen}");
        return DutyTransactions.Report(transactions.Bring(key, () => call, null, MostAttempts), moment.Epoch, null);
    }
}
