namespace Sending.Chain.Formats;

/// <summary>One level of a proof: the sibling of the node on the path from the leaf up.</summary>
/// <param name="Hash">The sibling's hash; zeros where the leaf row is padded.</param>
/// <param name="Sum">The units below the sibling.</param>
/// <param name="IsLeft">Whether the sibling is on the left.</param>
public sealed record MerkleSumStep(byte[] Hash, ulong Sum, bool IsLeft);

/// <summary>Where a proof leads from its leaf. The leaf covers the units from <paramref name="Left"/> on, as many as it has.</summary>
/// <param name="Root">The tree's root.</param>
/// <param name="Total">The root's sum.</param>
/// <param name="Left">The sum of everything to the left of the leaf.</param>
public sealed record MerkleSumEnd(byte[] Root, ulong Total, ulong Left);

/// <summary>Proofs that a leaf is in a work tree, and which units are its own. They lead up to the root; a tree of one leaf needs no step.</summary>
public static class MerkleSumProof
{
    /// <summary>Most steps of a proof.</summary>
    public const int MaxDepth = 40;

    /// <summary>Goes from a leaf to the root.</summary>
    /// <returns>Where it ends; null when there are more than <see cref="MaxDepth"/> steps, or the sums do not fit 64 bits.</returns>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static MerkleSumEnd? Walk(MerkleSumLeaf leaf, IReadOnlyCollection<MerkleSumStep> steps)
    {
        if (steps.Count > MaxDepth)
        {
            return null;
        }

        var node = new MerkleSumNode(leaf.Hash(), leaf.Units);
        var left = 0UL;
        foreach (var step in steps)
        {
            var sibling = new MerkleSumNode(step.Hash, step.Sum);
            var (first, second) = step.IsLeft ? (sibling, node) : (node, sibling);
            if (!MerkleSumNode.TryJoin(first, second, out node))
            {
                return null;
            }

            left += step.IsLeft ? step.Sum : 0;
        }

        return new MerkleSumEnd(node.Hash, node.Sum, left);
    }

    /// <summary>Whether a leaf is in a committed tree and covers a unit: what answers a challenge.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="steps">From the leaf up.</param>
    /// <param name="root">The commitment's root.</param>
    /// <param name="total">The commitment's units.</param>
    /// <param name="unit">Counted from 0.</param>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static bool Covers(MerkleSumLeaf leaf, IReadOnlyCollection<MerkleSumStep> steps, ReadOnlySpan<byte> root, ulong total, ulong unit) =>
        Walk(leaf, steps) is { } end
        && root.SequenceEqual(end.Root)
        && end.Total == total
        && unit >= end.Left
        && unit - end.Left < leaf.Units;
}
