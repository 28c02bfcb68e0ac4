using System.Numerics;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>What a node has earned since the beginning.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Cumulative">In base units of SEND.</param>
public sealed record NodeEarnings(string Node, BigInteger Cumulative)
{
    /// <summary>The leaf's hash: of its hash, so that no inner node can be taken for a leaf.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] Leaf()
    {
        var words = new AbiWords(stackalloc byte[2 * Bytes32.Length]);
        words.AddAddress(Node);
        words.AddNumber(Cumulative);
        return Keccak256.Hash(Keccak256.Hash(words.Written));
    }
}

/// <summary>What a credit line was charged since the beginning.</summary>
/// <param name="Payer">Whose credit it is.</param>
/// <param name="Edge">Owner of the Edge's node.</param>
/// <param name="Cumulative">In base units of SEND.</param>
public sealed record LineCharge(string Payer, string Edge, BigInteger Cumulative)
{
    /// <inheritdoc cref="NodeEarnings.Leaf"/>
    public byte[] Leaf()
    {
        var words = new AbiWords(stackalloc byte[3 * Bytes32.Length]);
        words.AddAddress(Payer);
        words.AddAddress(Edge);
        words.AddNumber(Cumulative);
        return Keccak256.Hash(Keccak256.Hash(words.Written));
    }
}

/// <summary>The two trees of a settlement.</summary>
public static class SettlementTrees
{
    /// <summary>The earnings tree. A node that has earned nothing has no leaf.</summary>
    /// <exception cref="FormatException">A node is listed twice.</exception>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static StandardMerkleTree OfEarnings(IEnumerable<NodeEarnings> earnings)
    {
        NodeEarnings[] all = [.. earnings];
        RequireUnique(all.Select(entry => AddressBytes.Of(entry.Node)), "A node");
        return new StandardMerkleTree(all.Where(entry => !entry.Cumulative.IsZero).Select(entry => entry.Leaf()));
    }

    /// <summary>The charges tree. A line that was charged nothing has a leaf all the same, so that what it has left can be proven.</summary>
    /// <exception cref="FormatException">A line is listed twice.</exception>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static StandardMerkleTree OfCharges(IEnumerable<LineCharge> charges)
    {
        LineCharge[] all = [.. charges];
        RequireUnique(all.Select(entry => (byte[])[.. AddressBytes.Of(entry.Payer), .. AddressBytes.Of(entry.Edge)]), "A credit line");
        return new StandardMerkleTree(all.Select(entry => entry.Leaf()));
    }

    private static void RequireUnique(IEnumerable<byte[]> keys, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (!keys.All(key => seen.Add(Convert.ToHexString(key))))
        {
            throw new FormatException($"{what} is listed twice.");
        }
    }
}
