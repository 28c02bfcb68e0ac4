using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;

namespace Sending.Chain.Credit;

/// <summary>What lines were charged, from guardians, who prove it against the chain.</summary>
/// <param name="index">The protocol's state as indexed.</param>
/// <param name="client">Asks guardians.</param>
public sealed class ChargeReader(ProtocolIndex index, SettlementClient client)
{
    /// <summary>The charges of a line by the newest final settlement.</summary>
    /// <param name="line">The line; one that was opened later has no charges yet.</param>
    /// <param name="sources">Base URLs of who may prove them; null for the guardians' endpoints.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ChargeView> GetAsync(CreditLineView line, IReadOnlyList<Uri>? sources, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        if (state.Settlements.LastFinal is not { } settlement || line.OpenedEpoch > settlement.Epoch)
        {
            return new ChargeView(state.Settlements.LastFinal, 0, null, []);
        }

        var answer = await client.FindChargeAsync(settlement, line.Payer, line.Edge, sources ?? SettlementSources.Of(state), cancellationToken);
        return new ChargeView(settlement, answer.Found?.Cumulative, answer.Found, answer.Failures);
    }
}
