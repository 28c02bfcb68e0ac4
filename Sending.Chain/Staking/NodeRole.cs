using Sending.Chain.Errors;

namespace Sending.Chain.Staking;

/// <summary>What a node does in the network; the numbers are the contract's.</summary>
public enum NodeRole
{
    /// <summary>No node.</summary>
    None = 0,

    /// <summary>Relays envelopes.</summary>
    Edge = 1,

    /// <summary>Scores, settles and governs.</summary>
    Guardian = 2,

    /// <summary>Probes Edges.</summary>
    WatchDog = 3,
}

/// <summary>Roles as users write them.</summary>
public static class NodeRoles
{
    /// <summary>The roles that can be registered.</summary>
    public static IReadOnlyList<NodeRole> All { get; } = [NodeRole.Edge, NodeRole.Guardian, NodeRole.WatchDog];

    /// <summary>"edge", "guardian" or "watchdog".</summary>
    public static string Name(NodeRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Reads a role's name in any case.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static NodeRole Parse(string text)
    {
        var role = All.FirstOrDefault(candidate => Name(candidate).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        return role != NodeRole.None
            ? role
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{text}\" is not a role: edge, guardian or watchdog.",
                new Dictionary<string, string> { ["role"] = text });
    }
}
