namespace Sending.Chain.Events;

/// <summary>Which blocks a follower takes for final: they are never rewound, and cost no journal.</summary>
public enum Finality
{
    /// <summary>What the chain calls finalized (the block tag of that name).</summary>
    Finalized,

    /// <summary>What the chain calls safe.</summary>
    Safe,

    /// <summary>Every block at once: right for a local development node, which has one branch.</summary>
    Latest,
}
