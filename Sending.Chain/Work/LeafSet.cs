using System.Text.RegularExpressions;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;

namespace Sending.Chain.Work;

/// <summary>What is said of a set of leaves.</summary>
/// <param name="Epoch">The epoch that the work was done in.</param>
/// <param name="Edge">Owner of the Edge's node. Another Edge can commit to the same root: whose work it is, a commitment says.</param>
/// <param name="Root">Root of the tree, 0x and 64 lower-case digits: by it sets are told apart.</param>
/// <param name="Units">The root's sum.</param>
/// <param name="Count">How many leaves there are.</param>
public sealed partial record LeafSetHeader(long Epoch, string Edge, string Root, ulong Units, int Count)
{
    /// <summary>Whether a text from outside is a root.</summary>
    public static bool IsRoot(string text) => RootPattern().IsMatch(text);

    [GeneratedRegex(@"\A0x[0-9a-f]{64}\z")]
    private static partial Regex RootPattern();
}

/// <summary>All leaves of a commitment, in the tree's order. It is only what its source says until <see cref="LeafSetCheck"/> has looked.</summary>
/// <param name="Epoch">The commitment's epoch.</param>
/// <param name="Edge">Owner of the Edge's node.</param>
/// <param name="Root">The root that is committed, 0x and 64 lower-case digits.</param>
/// <param name="Units">The units that are committed.</param>
/// <param name="Leaves">The leaves.</param>
public sealed record LeafSet(long Epoch, string Edge, string Root, ulong Units, IReadOnlyList<SignedLeaf> Leaves)
{
    /// <summary>The same without the leaves.</summary>
    public LeafSetHeader Header => new(Epoch, Edge, Root, Units, Leaves.Count);

    /// <summary>Orders an Edge's leaves and makes the set that it commits to.</summary>
    /// <exception cref="FormatException">They make no tree: see <see cref="MerkleSumTree.Build"/>.</exception>
    public static LeafSet Build(long epoch, string edge, IEnumerable<SignedLeaf> leaves)
    {
        var pairs = leaves.Select(leaf => (Signed: leaf, Leaf: leaf.ToLeaf()))
            .OrderBy(pair => pair.Leaf.Key(), Comparer<byte[]>.Create(MerkleSumLeaf.CompareKeys))
            .ToList();
        var tree = MerkleSumTree.FromOrdered(pairs.Select(pair => pair.Leaf));
        return new LeafSet(epoch, edge, Word.Hash(tree.Root), tree.Total, [.. pairs.Select(pair => pair.Signed)]);
    }

    /// <summary>The tree of the leaves as they are, sound or not.</summary>
    /// <exception cref="FormatException">There are none, or their sum does not fit 64 bits.</exception>
    public MerkleSumTree ToTree() => MerkleSumTree.OfServed(Leaves.Select(leaf => leaf.ToLeaf()));

    /// <summary>What shows one leaf to the contract.</summary>
    /// <param name="tree">See <see cref="ToTree"/>.</param>
    /// <param name="index">The leaf's place.</param>
    public LeafEvidence EvidenceOf(MerkleSumTree tree, int index) => new(Leaves[index], tree.FirstUnitOf(index), tree.ProofOf(index));
}
