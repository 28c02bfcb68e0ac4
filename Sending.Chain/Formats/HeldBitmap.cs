namespace Sending.Chain.Formats;

/// <summary>Of which Edges a guardian holds the complete leaf set: a bit for each Edge index, the least significant bit of the first byte for index 0.</summary>
public static class HeldBitmap
{
    private const int ByteBits = 8;

    /// <summary>The shortest bitmap of these Edges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative.</exception>
    public static byte[] Of(IEnumerable<int> edges)
    {
        int[] all = [.. edges];
        var bitmap = new byte[all.Length == 0 ? 0 : (all.Max() / ByteBits) + 1];
        foreach (var edge in all)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(edge, nameof(edges));
            bitmap[edge / ByteBits] |= (byte)(1 << (edge % ByteBits));
        }

        return bitmap;
    }

    /// <summary>Whether an Edge is among them; beyond the end, none is.</summary>
    public static bool Contains(ReadOnlySpan<byte> bitmap, int edge) =>
        edge / ByteBits < bitmap.Length && (bitmap[edge / ByteBits] & (1 << (edge % ByteBits))) != 0;

    /// <summary>The Edges in a bitmap, ascending.</summary>
    public static IReadOnlyList<int> Edges(ReadOnlySpan<byte> bitmap)
    {
        var edges = new List<int>();
        for (var edge = 0; edge < bitmap.Length * ByteBits; edge++)
        {
            if (Contains(bitmap, edge))
            {
                edges.Add(edge);
            }
        }

        return edges;
    }
}
