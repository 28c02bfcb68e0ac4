namespace Sending.Chain.Formats;

/// <summary>
/// The tree that an Edge commits its work with: its receipts ordered by (client, signer), the row filled up with empty leaves to a power
/// of two. Every node commits to the units below each of its children, so each unit belongs to exactly one leaf.
/// </summary>
public sealed class MerkleSumTree
{
    private readonly ulong[] _lefts;
    private readonly List<MerkleSumNode[]> _levels;
    private readonly List<MerkleSumNode> _paddings = [MerkleSumNode.Padding];

    private MerkleSumTree(IReadOnlyList<MerkleSumLeaf> leaves)
    {
        Leaves = leaves;
        _lefts = new ulong[leaves.Count];
        var row = new MerkleSumNode[leaves.Count];
        for (var i = 0; i < leaves.Count; i++)
        {
            row[i] = new MerkleSumNode(leaves[i].Hash(), leaves[i].Units);
            _lefts[i] = i == 0 ? 0 : unchecked(_lefts[i - 1] + leaves[i - 1].Units);
        }

        _levels = [row];
        while (_levels[^1].Length > 1)
        {
            _levels.Add(Above(_levels[^1]));
        }
    }

    /// <summary>The leaves in the tree's order.</summary>
    public IReadOnlyList<MerkleSumLeaf> Leaves { get; }

    /// <summary>The root's hash.</summary>
    public byte[] Root => [.. _levels[^1][0].Hash];

    /// <summary>The root's sum: all units.</summary>
    public ulong Total => _levels[^1][0].Sum;

    /// <summary>Orders leaves and makes their tree.</summary>
    /// <exception cref="FormatException">They make none: no leaves, one without units, two of one key, or a sum that does not fit 64 bits.</exception>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static MerkleSumTree Build(IEnumerable<MerkleSumLeaf> leaves) =>
        FromOrdered(leaves.OrderBy(leaf => leaf.Key(), Comparer<byte[]>.Create(MerkleSumLeaf.CompareKeys)));

    /// <summary>Makes the tree of leaves that must be in order, as an Edge serves them.</summary>
    /// <exception cref="FormatException">They make none: no leaves, one without units, keys out of order, or a sum that does not fit 64 bits.</exception>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static MerkleSumTree FromOrdered(IEnumerable<MerkleSumLeaf> leaves)
    {
        MerkleSumLeaf[] ordered = [.. leaves];
        if (ordered.Length == 0)
        {
            throw new FormatException("A work tree has at least one leaf.");
        }

        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Units == 0)
            {
                throw new FormatException($"Leaf {i} of the work tree has no units.");
            }

            if (i > 0 && MerkleSumLeaf.CompareKeys(ordered[i - 1], ordered[i]) >= 0)
            {
                throw new FormatException($"Leaf {i} of the work tree does not come after the one before it by (client, signer).");
            }
        }

        return new MerkleSumTree(ordered);
    }

    /// <summary>Makes the tree of leaves as somebody serves them, sound or not: to see which root they have, and to prove what is wrong with them.</summary>
    /// <exception cref="FormatException">They make none: no leaves, or a sum that does not fit 64 bits.</exception>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static MerkleSumTree OfServed(IEnumerable<MerkleSumLeaf> leaves)
    {
        MerkleSumLeaf[] all = [.. leaves];
        return all.Length > 0 ? new MerkleSumTree(all) : throw new FormatException("A work tree has at least one leaf.");
    }

    /// <summary>The place of the leaf that covers a unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has not that many units.</exception>
    public int LeafOf(ulong unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Total);
        var found = Array.BinarySearch(_lefts, unit);
        if (found < 0)
        {
            return ~found - 1;
        }

        // Leaves without units, which no sound tree has, start where the one after them does, and cover nothing.
        while (found + 1 < _lefts.Length && _lefts[found + 1] == unit)
        {
            found++;
        }

        return found;
    }

    /// <summary>The first unit that a leaf covers: the sum of all leaves before it.</summary>
    public ulong FirstUnitOf(int leaf) => _lefts[leaf];

    /// <summary>The proof of a leaf, from the leaf up.</summary>
    public IReadOnlyList<MerkleSumStep> ProofOf(int leaf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leaf);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf, Leaves.Count);
        var steps = new MerkleSumStep[_levels.Count - 1];
        for (var level = 0; level < steps.Length; level++, leaf /= 2)
        {
            var row = _levels[level];
            var sibling = leaf ^ 1;
            var node = sibling < row.Length ? row[sibling] : _paddings[level];
            steps[level] = new MerkleSumStep([.. node.Hash], node.Sum, IsLeft: sibling < leaf);
        }

        return steps;
    }

    private static MerkleSumNode Join(MerkleSumNode left, MerkleSumNode right) =>
        MerkleSumNode.TryJoin(left, right, out var parent) ? parent : throw new FormatException("The units of the work tree do not fit 64 bits.");

    private MerkleSumNode[] Above(MerkleSumNode[] row)
    {
        var padding = _paddings[^1];
        _paddings.Add(Join(padding, padding));
        var above = new MerkleSumNode[(row.Length + 1) / 2];
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = Join(row[2 * i], (2 * i) + 1 < row.Length ? row[(2 * i) + 1] : padding);
        }

        return above;
    }
}
