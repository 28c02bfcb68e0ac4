namespace Sending.Chain.Events;

/// <summary>What a host tells of its follower. Times of blocks are the chain's, the others the machine's.</summary>
/// <param name="HeadSeen">The newest block that the node told of; null before the first answer.</param>
/// <param name="Indexed">The newest block that is indexed; null while there is none.</param>
/// <param name="LastProgress">When it last found itself at the head, or came closer to it; null when never.</param>
/// <param name="LastError">What went wrong last; null when all has been well since.</param>
public sealed record FollowerHealth(IndexedBlock? HeadSeen, IndexedBlock? Indexed, DateTimeOffset? LastProgress, string? LastError)
{
    /// <summary>Blocks between the head and what is indexed.</summary>
    public long? LagBlocks => HeadSeen is null || Indexed is null ? null : Math.Max(0, HeadSeen.Number - Indexed.Number);

    /// <summary>The same by the blocks' timestamps.</summary>
    public TimeSpan? Lag => HeadSeen is null || Indexed is null || HeadSeen.Time < Indexed.Time ? null : HeadSeen.Time - Indexed.Time;

    /// <summary>Whether it has made progress within <paramref name="patience"/> of <paramref name="now"/>.</summary>
    public bool IsHealthy(DateTimeOffset now, TimeSpan patience) => LastProgress is { } progress && now - progress <= patience;
}
