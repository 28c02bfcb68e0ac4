using System.Buffers.Binary;

namespace Sending.Chain.Formats;

/// <summary>A node of a Merkle-sum tree: a leaf, an inner node, or padding.</summary>
/// <param name="Hash">32 bytes.</param>
/// <param name="Sum">The units below it.</param>
internal readonly record struct MerkleSumNode(byte[] Hash, ulong Sum)
{
    private const int SumLength = sizeof(ulong);

    /// <summary>What the leaf row is filled up with to a power of two.</summary>
    public static MerkleSumNode Padding { get; } = new(new byte[Keccak.Length], 0);

    /// <summary>The node above two others.</summary>
    /// <returns>False when the sum does not fit 64 bits.</returns>
    public static bool TryJoin(MerkleSumNode left, MerkleSumNode right, out MerkleSumNode parent)
    {
        parent = default;
        var sum = unchecked(left.Sum + right.Sum);
        if (sum < left.Sum)
        {
            return false;
        }

        Span<byte> packed = stackalloc byte[2 * (Keccak.Length + SumLength)];
        Write(left, packed);
        Write(right, packed[(Keccak.Length + SumLength)..]);
        parent = new MerkleSumNode(Keccak.Hash(packed), sum);
        return true;
    }

    private static void Write(MerkleSumNode node, Span<byte> packed)
    {
        Keccak.Require(node.Hash, "A node's hash");
        node.Hash.CopyTo(packed);
        BinaryPrimitives.WriteUInt64BigEndian(packed[Keccak.Length..], node.Sum);
    }
}
