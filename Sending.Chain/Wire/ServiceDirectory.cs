using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;

namespace Sending.Chain.Wire;

/// <summary>Where nodes say that their HTTP services are.</summary>
public static class ServiceDirectory
{
    /// <summary>The services of a role, in the order of registration, without those of nodes that were slashed to nothing.</summary>
    /// <param name="state">The protocol's state.</param>
    /// <param name="role">The role.</param>
    public static IReadOnlyList<NodeService> List(ProtocolState state, NodeRole role) =>
    [
        .. from node in state.Staking.ListNodes(role)
           where !node.Tombstoned
           let url = UrlOf(node.Endpoint)
           where url is not null
           select new NodeService(node.Owner, url),
    ];

    /// <summary>The base URL that a node tells; null when it tells none, or what is none: anybody can write anything there.</summary>
    public static Uri? UrlOf(string? endpoint)
        => Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 ? url : null;
}

/// <summary>A node's HTTP service.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Url">Its base URL.</param>
public sealed record NodeService(string Node, Uri Url);
