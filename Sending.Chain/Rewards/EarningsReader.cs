using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;

namespace Sending.Chain.Rewards;

/// <summary>What nodes have earned: how much of it is theirs already, from the index; how much there is, from guardians, who prove it against the chain.</summary>
/// <param name="index">The protocol's state as indexed.</param>
/// <param name="client">Asks guardians.</param>
public sealed class EarningsReader(ProtocolIndex index, SettlementClient client)
{
    /// <summary>The earnings of a node by the newest final settlement.</summary>
    /// <param name="node">The node's owner.</param>
    /// <param name="sources">Base URLs of who may prove them; null for the guardians' endpoints.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EarningsView> GetAsync(string node, IReadOnlyList<Uri>? sources, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        var settlement = state.Settlements.LastFinal;
        var collected = state.Settlements.FindClaim(node)?.Cumulative ?? 0;
        if (settlement is null || !state.Work.HasWorked(node, settlement.Epoch))
        {
            return new EarningsView(node, settlement, 0, collected, null, []);
        }

        var answer = await client.FindEarningsAsync(settlement, node, sources ?? SettlementSources.Of(state), cancellationToken);
        return new EarningsView(node, settlement, answer.Found?.Cumulative, collected, answer.Found, answer.Failures);
    }
}
