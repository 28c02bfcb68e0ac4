using System.Numerics;
using Sending.Chain.Accounts;

namespace Sending.Chain.Tests.Protocol;

/// <summary>A node: its cold owner, its hot operator, and what the owner has staked.</summary>
internal sealed record StoryNode(UnlockedAccount Owner, UnlockedAccount Operator, BigInteger Stake)
{
    /// <summary>The node is known by its owner.</summary>
    public string Address => Owner.Address;
}
