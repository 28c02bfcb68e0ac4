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
           let url = Read(node.Endpoint)
           where url is not null
           select new NodeService(node.Owner, url),
    ];

    /// <summary>Anybody can write anything there.</summary>
    private static Uri? Read(string? endpoint)
        => Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 ? url : null;
}

/// <summary>A node's HTTP service.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Url">Its base URL.</param>
public sealed record NodeService(string Node, Uri Url);
