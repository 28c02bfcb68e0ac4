using System.Buffers.Binary;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>A node of a Merkle-sum tree: a leaf, an inner node, or padding.</summary>
/// <param name="Hash">32 bytes.</param>
/// <param name="Sum">The units below it.</param>
internal readonly record struct MerkleSumNode(byte[] Hash, ulong Sum)
{
    private const int SumLength = sizeof(ulong);

    /// <summary>What the leaf row is filled up with to a power of two.</summary>
    public static MerkleSumNode Padding { get; } = new(new byte[Bytes32.Length], 0);

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

        Span<byte> packed = stackalloc byte[2 * (Bytes32.Length + SumLength)];
        Write(left, packed);
        Write(right, packed[(Bytes32.Length + SumLength)..]);
        parent = new MerkleSumNode(Keccak256.Hash(packed), sum);
        return true;
    }

    private static void Write(MerkleSumNode node, Span<byte> packed)
    {
        Bytes32.Require(node.Hash, "A node's hash");
        node.Hash.CopyTo(packed);
        BinaryPrimitives.WriteUInt64BigEndian(packed[Bytes32.Length..], node.Sum);
    }
}
