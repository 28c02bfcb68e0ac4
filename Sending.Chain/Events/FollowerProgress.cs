namespace Sending.Chain.Events;

/// <summary>How far a follower has come.</summary>
/// <param name="Block">The newest block that is indexed.</param>
/// <param name="Head">The newest block there is.</param>
/// <param name="BlocksDone">Blocks indexed since it began to catch up.</param>
/// <param name="BlocksTotal">Blocks to index in all since then.</param>
/// <param name="Events">Events indexed since then.</param>
/// <param name="EventsPerSecond">Their rate.</param>
/// <param name="Remaining">When it will have caught up, if it goes on like this; null while that is unknown.</param>
public sealed record FollowerProgress(
    long Block,
    long Head,
    long BlocksDone,
    long BlocksTotal,
    long Events,
    double EventsPerSecond,
    TimeSpan? Remaining);
