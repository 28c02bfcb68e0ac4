using Sending.Chain.Rpc;

namespace Sending.Chain.Events;

/// <summary>How a follower asks, and what it believes.</summary>
public sealed record FollowerOptions
{
    /// <summary>Which blocks are final.</summary>
    public Finality Finality { get; init; } = Finality.Finalized;

    /// <summary>
    /// Blocks that can be rewound at most, where finality is further away than that. A deeper reorganisation is an error that only a rebuild
    /// cures.
    /// </summary>
    public int MaxReorgDepth { get; init; } = 512;

    /// <summary>Blocks in the first request for logs; the number then follows what the provider can bear.</summary>
    public int FirstBlocksPerRequest { get; init; } = 16;

    /// <summary>Most blocks in one request for logs.</summary>
    public int MaxBlocksPerRequest { get; init; } = 10_000;

    /// <summary>Events in one answer that ranges are sized for; it bounds memory.</summary>
    public int EventsPerRequest { get; init; } = 5_000;

    /// <summary>Time for one answer that ranges are sized for.</summary>
    public TimeSpan TimePerRequest { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Pause between looks at the chain, for who follows it without end.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Pause before something that the node contradicted itself about is asked again.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);
}
