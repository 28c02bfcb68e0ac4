using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;

namespace Sending.Chain.Work;

/// <summary>Who may have the leaves of a commitment.</summary>
public static class LeafSources
{
    /// <summary>Base URLs, by the endpoints that nodes emitted: the Edge's own first, then those of guardians. Nothing vouches for them.</summary>
    /// <param name="state">The protocol's state.</param>
    /// <param name="edge">The Edge's owner.</param>
    public static IReadOnlyList<Uri> Of(ProtocolState state, string edge)
    {
        var own = state.Staking.FindNode(edge);
        IEnumerable<IndexedNode> nodes = [.. own is null ? [] : new[] { own }, .. state.Staking.ListNodes(NodeRole.Guardian)];
        return [.. nodes.Select(UrlOf).OfType<Uri>().Distinct()];
    }

    /// <summary>Where a node's service is; null when what its owner emitted is no URL.</summary>
    public static Uri? UrlOf(IndexedNode node)
        => Uri.TryCreate(node.Endpoint, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 } ? url : null;
}
