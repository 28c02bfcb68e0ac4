using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;

namespace Sending.Chain.Work;

/// <summary>Who may have the leaves of a commitment.</summary>
public static class LeafSources
{
    /// <summary>Base URLs, by the endpoints that nodes emitted: the Edge's own first, then those of guardians.</summary>
    /// <param name="state">The protocol's state.</param>
    /// <param name="edge">The Edge's owner.</param>
    public static IReadOnlyList<string> Of(ProtocolState state, string edge)
    {
        var own = state.Staking.FindNode(edge);
        IEnumerable<IndexedNode> nodes = [.. own is null ? [] : new[] { own }, .. state.Staking.ListNodes(NodeRole.Guardian)];
        return [.. nodes.Select(node => node.Endpoint).OfType<string>().Where(endpoint => endpoint.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
