using System.Globalization;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Transactions;

namespace Sending.Guardian.Duties;

/// <summary>Moves the money of a settlement that has become final, if nobody who claims does.</summary>
internal sealed class ExecuteDuty(GuardianIdentity guardian, DutyTransactions transactions, string rewardPool) : IDuty
{
    private const int MostAttempts = 3;

    /// <inheritdoc/>
    public string Name => "execute";

    /// <inheritdoc/>
    public Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken) => Task.FromResult(Run(moment));

    private DutyReport Run(DutyMoment moment)
    {
        if (moment.State.Settlements.LastFinal is not { } settlement)
        {
            return DutyReport.Nothing;
        }

        if (settlement.ExecutedAt is not null)
        {
            return new DutyReport(DutyState.Done, settlement.Epoch, "The charges are collected.");
        }

        var turn = Turns.Of(moment, guardian, settlement.Epoch, settlement.FinalAt);
        if (moment.ChainTime < turn)
        {
            return new DutyReport(DutyState.Waiting, settlement.Epoch, "It is another guardian's turn.", turn);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"execute/{settlement.Epoch}");
        var call = TransactionCall.Of(rewardPool, new ExecuteFunction(), guardian.Operator);
        return DutyTransactions.Report(transactions.Bring(key, () => call, null, MostAttempts), settlement.Epoch, null);
    }
}
