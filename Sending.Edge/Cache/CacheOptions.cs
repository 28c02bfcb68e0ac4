namespace Sending.Edge.Cache;

/// <summary>How much an Edge keeps for recipients who are away.</summary>
public sealed record CacheOptions
{
    /// <summary>Most envelopes for one recipient.</summary>
    public int EnvelopesPerRecipient { get; init; } = 10_000;

    /// <summary>Most bytes for one recipient.</summary>
    public long BytesPerRecipient { get; init; } = 64 << 20;

    /// <summary>Most bytes for all.</summary>
    public long Bytes { get; init; } = 10L << 30;

    /// <summary>Longest time to live that is taken, in seconds.</summary>
    public int LongestTtl { get; init; } = Chain.Relay.Wire.Envelope.LongestTtl;
}
