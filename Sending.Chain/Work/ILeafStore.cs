namespace Sending.Chain.Work;

/// <summary>Keeps sets of leaves by root. What is saved is not changed any more; any number of threads may use it.</summary>
public interface ILeafStore
{
    /// <summary>What is known of a set; null when it is not kept.</summary>
    /// <param name="root">0x and 64 lower-case digits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<LeafSetHeader?> FindAsync(string root, CancellationToken cancellationToken);

    /// <summary>Leaves of a set in the tree's order; none when it is not kept, or beyond its end.</summary>
    /// <param name="root">0x and 64 lower-case digits.</param>
    /// <param name="from">Place of the first one.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<SignedLeaf>> ReadAsync(string root, int from, int count, CancellationToken cancellationToken);

    /// <summary>Keeps a set; it is safe when this returns. One of the same root that is kept already stays as it is.</summary>
    ValueTask SaveAsync(LeafSet set, CancellationToken cancellationToken);

    /// <summary>Forgets the sets of epochs before <paramref name="epoch"/>.</summary>
    ValueTask ForgetAsync(long epoch, CancellationToken cancellationToken);
}
