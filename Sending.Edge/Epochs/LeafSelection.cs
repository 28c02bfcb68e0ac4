using Sending.Chain.Work;

namespace Sending.Edge.Epochs;

/// <summary>What of an epoch's receipts its stake covers: a commitment above the capacity is refused as a whole.</summary>
/// <param name="Kept">The leaves to commit to.</param>
/// <param name="LeftOut">Those that nobody will pay for.</param>
internal sealed record LeafSelection(IReadOnlyList<SignedLeaf> Kept, IReadOnlyList<SignedLeaf> LeftOut)
{
    /// <summary>Units that are left out.</summary>
    public ulong LeftOutUnits => Sum(LeftOut);

    /// <summary>Leaves that fit, the most valuable first; every unit of an epoch has the same fee. The same leaves and capacity give the same selection.</summary>
    /// <param name="leaves">Ascending by client and signer.</param>
    /// <param name="capacity">In units.</param>
    public static LeafSelection Of(IReadOnlyList<SignedLeaf> leaves, ulong capacity)
    {
        var kept = new bool[leaves.Count];
        var free = capacity;

        // The sort is stable: of equal leaves the first stays.
        foreach (var place in Enumerable.Range(0, leaves.Count).OrderByDescending(place => leaves[place].Units))
        {
            if (leaves[place].Units <= free)
            {
                free -= leaves[place].Units;
                kept[place] = true;
            }
        }

        return new LeafSelection([.. leaves.Where((_, place) => kept[place])], [.. leaves.Where((_, place) => !kept[place])]);
    }

    private static ulong Sum(IReadOnlyList<SignedLeaf> leaves) => leaves.Aggregate(0UL, (sum, leaf) => checked(sum + leaf.Units));
}
