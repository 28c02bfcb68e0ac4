using System.Globalization;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;
using Sending.Chain.Transactions;
using Sending.Guardian.Duties;

namespace Sending.Guardian.Settlements;

/// <summary>Proves that a guardian has signed two settlements of one epoch, when both were seen: it is slashed.</summary>
internal sealed class EquivocationDuty(GuardianIdentity guardian, SignatureBook book, DutyTransactions transactions, string rewardPool) : IDuty
{
    /// <summary>How many epochs back it looks.</summary>
    private const int Reach = 8;

    /// <inheritdoc/>
    public string Name => "prove-equivocation";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var report = DutyReport.Nothing;
        foreach (var (a, b) in book.ListEquivocations(moment.Epoch - Reach))
        {
            var (epoch, offender) = ((long)a.Settlement.Epoch, a.Signatures[0].Guardian);
            var key = string.Create(CultureInfo.InvariantCulture, $"prove-equivocation/{epoch}/{offender.ToLowerInvariant()}");
            if (moment.ChainTime >= Turns.Of(moment, guardian, epoch, moment.EndOf(epoch) + moment.Clock.W4) || transactions.Knows(key))
            {
                var entry = transactions.Bring(key, () => Prove(offender, a, b), null);
                report = entry.Ended ? new DutyReport(DutyState.Done, epoch, $"{offender} signed two settlements.") : DutyTransactions.Report(entry, epoch, null);
            }
        }

        return Task.FromResult(report);
    }

    /// <summary>The settlement as the contract takes it.</summary>
    public static Settlement ToContract(SettlementMessage message) => new()
    {
        Epoch = message.Epoch,
        Previous = message.Previous,
        EarningsRoot = message.EarningsRoot,
        TotalEarned = message.TotalEarned,
        ChargesRoot = message.ChargesRoot,
        TotalCharged = message.TotalCharged,
    };

    private TransactionCall Prove(string offender, SettlementSignatures a, SettlementSignatures b) => TransactionCall.Of(
        rewardPool,
        new ProveEquivocationFunction
        {
            Guardian = offender,
            A = ToContract(a.Settlement),
            SignatureA = a.Signatures[0].Signature,
            B = ToContract(b.Settlement),
            SignatureB = b.Signatures[0].Signature,
        },
        guardian.Operator);
}
