using System.Numerics;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;

namespace Sending.Edge.Epochs;

/// <summary>
/// Learns from guardians what final settlements have charged: until then all that was served counts as to be charged still, and lines run dry. What was
/// learnt is kept, so that the Edge knows it after a restart too.
/// </summary>
/// <param name="edge">Which Edge it is.</param>
/// <param name="client">Asks guardians.</param>
/// <param name="store">Keeps the last one.</param>
/// <param name="charges">Is told.</param>
internal sealed class LearnChargesDuty(EdgeIdentity edge, SettlementClient client, SettlementStore store, SettledCharges charges) : IDuty
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private string? _digest;
    private DateTimeOffset _askAgain;
    private IReadOnlyDictionary<string, BigInteger> _cumulative = new Dictionary<string, BigInteger>();

    /// <inheritdoc/>
    public string Name => "learn-charges";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        if (moment.State.Settlements.LastFinal is not { } settlement)
        {
            charges.Set(ClosedThrough(moment, -1), _cumulative = new Dictionary<string, BigInteger>());
            return DutyReport.Nothing;
        }

        if (_digest != settlement.Digest)
        {
            if (await FindAsync(moment, settlement, cancellationToken) is not { } document)
            {
                return new DutyReport(DutyState.Waiting, settlement.Epoch, "No guardian gives what the last final settlement has charged. Until one does, credit counts as used up by all that was served.");
            }

            _cumulative = document.Figures.Charges
                .Where(charge => charge.Edge.Equals(edge.Owner, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(charge => charge.Payer, charge => charge.Cumulative);
            _digest = settlement.Digest;
        }

        charges.Set(ClosedThrough(moment, settlement.Epoch), _cumulative);
        return new DutyReport(DutyState.Done, settlement.Epoch, $"{_cumulative.Count} lines.");
    }

    private async Task<SettlementDocument?> FindAsync(DutyMoment moment, IndexedSettlement settlement, CancellationToken cancellationToken)
    {
        if (store.Find(settlement.Digest) is { } kept)
        {
            return kept;
        }

        if (moment.ChainTime < _askAgain)
        {
            return null;
        }

        _askAgain = moment.ChainTime + s_pause;
        var answer = await client.FindAsync(settlement, SettlementSources.Of(moment.State), cancellationToken);
        if (answer.Found is { } found)
        {
            store.Save(found);
            store.Forget(settlement.Epoch);
        }

        return answer.Found;
    }

    /// <summary>Epochs that lapsed after the settlement are charged for never.</summary>
    private static long ClosedThrough(DutyMoment moment, long epoch)
    {
        while (epoch + 1 < moment.Epoch && moment.State.Settlements.IsClosed(epoch + 1))
        {
            epoch++;
        }

        return epoch;
    }
}
