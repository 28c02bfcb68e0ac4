using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;
using Sending.Chain.Work;

namespace Sending.Chain.Settlements;

/// <summary>Who serves settlements.</summary>
public static class SettlementSources
{
    /// <summary>Base URLs of guardians, by the endpoints that they emitted; those that count first. Nothing vouches for them.</summary>
    /// <param name="state">The protocol's state.</param>
    public static IReadOnlyList<Uri> Of(ProtocolState state)
        => [.. state.Staking.ListNodes(NodeRole.Guardian).OrderByDescending(guardian => guardian.Active).Select(LeafSources.UrlOf).OfType<Uri>().Distinct()];
}
