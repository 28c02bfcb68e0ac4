using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>
/// OpenZeppelin's standard Merkle tree over leaf hashes: a complete binary tree in an array, leaves ascending from its end, each node the
/// hash of its children in ascending order. <c>@openzeppelin/merkle-tree</c> makes the same, and its <c>MerkleProof</c> verifies it.
/// </summary>
public sealed class StandardMerkleTree
{
    /// <summary>The root first; the children of the node at i are at 2i + 1 and 2i + 2.</summary>
    private readonly byte[][] _nodes;
    private readonly byte[][] _leaves;

    internal StandardMerkleTree(IEnumerable<byte[]> leaves)
    {
        _leaves = [.. leaves];
        Array.Sort(_leaves, Compare);
        _nodes = new byte[Math.Max(0, (2 * _leaves.Length) - 1)][];
        for (var i = 0; i < _leaves.Length; i++)
        {
            _nodes[PlaceOf(i)] = _leaves[i];
        }

        for (var i = _leaves.Length - 2; i >= 0; i--)
        {
            _nodes[i] = Join(_nodes[(2 * i) + 1], _nodes[(2 * i) + 2]);
        }
    }

    /// <summary>The root; zeros when there are no leaves.</summary>
    public byte[] Root => _nodes.Length == 0 ? new byte[Bytes32.Length] : [.. _nodes[0]];

    /// <summary>How many leaves it has.</summary>
    public int Count => _leaves.Length;

    /// <summary>Whether a leaf is in the tree of a root.</summary>
    /// <param name="root">32 bytes.</param>
    /// <param name="leaf">See <see cref="NodeEarnings.Leaf"/> and <see cref="LineCharge.Leaf"/>.</param>
    /// <param name="proof">The siblings from the leaf up.</param>
    /// <exception cref="ArgumentException">A value has not 32 bytes.</exception>
    public static bool Verify(ReadOnlySpan<byte> root, ReadOnlySpan<byte> leaf, IEnumerable<byte[]> proof)
    {
        Bytes32.Require(root, "A root");
        Bytes32.Require(leaf, "A leaf");
        var node = leaf.ToArray();
        foreach (var sibling in proof)
        {
            Bytes32.Require(sibling, "A sibling");
            node = Join(node, sibling);
        }

        return root.SequenceEqual(node);
    }

    /// <summary>The siblings of a leaf and of the nodes above it, from the leaf up; none in a tree of one leaf.</summary>
    /// <exception cref="KeyNotFoundException">There is no such leaf.</exception>
    public IReadOnlyList<byte[]> ProofOf(byte[] leaf)
    {
        var found = Array.BinarySearch(_leaves, leaf, Comparer<byte[]>.Create(Compare));
        if (found < 0)
        {
            throw new KeyNotFoundException("The tree has no such leaf.");
        }

        var proof = new List<byte[]>();
        for (var place = PlaceOf(found); place > 0; place = (place - 1) / 2)
        {
            proof.Add([.. _nodes[place % 2 == 1 ? place + 1 : place - 1]]);
        }

        return proof;
    }

    private static int Compare(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);

    private static byte[] Join(byte[] one, byte[] other)
    {
        var (lower, higher) = Compare(one, other) < 0 ? (one, other) : (other, one);
        Span<byte> both = stackalloc byte[2 * Bytes32.Length];
        lower.CopyTo(both);
        higher.CopyTo(both[Bytes32.Length..]);
        return Keccak256.Hash(both);
    }

    private int PlaceOf(int leaf) => _nodes.Length - 1 - leaf;
}
