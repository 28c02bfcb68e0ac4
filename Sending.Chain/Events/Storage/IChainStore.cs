namespace Sending.Chain.Events.Storage;

/// <summary>
/// Where a follower keeps what it has read: the seam behind which another database may stand. Each method that changes something does all of
/// it or nothing, whatever happens to the process meanwhile.
/// </summary>
public interface IChainStore : IDisposable
{
    /// <summary>The newest block indexed; null while there is none.</summary>
    IndexedBlock? Cursor { get; }

    /// <summary>Number of the newest block indexed that is never rewound; -1 while there is none.</summary>
    long Final { get; }

    /// <summary>A block that is kept: every one from <see cref="Final"/> on, and older ones with events.</summary>
    IndexedBlock? FindBlock(long number);

    /// <summary>Adds blocks with their events, which every projection gets in order, and moves the cursor to the last.</summary>
    void Append(BlockBatch batch);

    /// <summary>Takes everything back that came after <paramref name="number"/>, which is kept and not older than <see cref="Final"/>.</summary>
    void Rewind(long number);
}

/// <summary>What is added at once.</summary>
/// <param name="Blocks">Blocks to keep, ascending; the last is the new cursor. Blocks between them have no events and are final.</param>
/// <param name="Events">Their events, in order.</param>
/// <param name="Final">Number of the newest block among all that are indexed then that is never rewound.</param>
public sealed record BlockBatch(IReadOnlyList<IndexedBlock> Blocks, IReadOnlyList<ChainEvent> Events, long Final);
