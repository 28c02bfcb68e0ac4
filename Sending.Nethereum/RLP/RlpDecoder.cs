namespace Nethereum.RLP;

/// <summary>Reads Recursive Length Prefix, and accepts only what an encoder would have written.</summary>
internal static class RlpDecoder
{
    // Transactions nest four deep; a bound keeps hostile input from exhausting the stack.
    private const int DeepestNesting = 64;

    /// <summary>The one item that the bytes hold.</summary>
    /// <exception cref="FormatException">The bytes are cut short, hold more than one item, or are not the shortest form.</exception>
    public static RlpItem Decode(ReadOnlySpan<byte> data)
    {
        var item = Read(ref data, DeepestNesting);
        return data.IsEmpty ? item : throw Malformed($"{data.Length} bytes follow the item");
    }

    private static RlpItem Read(ref ReadOnlySpan<byte> data, int nesting)
    {
        if (data.IsEmpty)
        {
            throw Malformed("no item");
        }

        if (nesting == 0)
        {
            throw Malformed("lists are nested too deep");
        }

        var head = data[0];
        if (head < RlpEncoder.ShortString)
        {
            data = data[1..];
            return new RlpItem([head]);
        }

        var isList = head >= RlpEncoder.ShortList;
        var body = ReadBody(ref data, head - (isList ? RlpEncoder.ShortList : RlpEncoder.ShortString));
        if (!isList)
        {
            return body.Length == 1 && body[0] < RlpEncoder.ShortString
                ? throw Malformed("a single small byte carries a length")
                : new RlpItem(body.ToArray());
        }

        var items = new List<RlpItem>();
        while (!body.IsEmpty)
        {
            items.Add(Read(ref body, nesting - 1));
        }

        return new RlpItem(items);
    }

    private static ReadOnlySpan<byte> ReadBody(ref ReadOnlySpan<byte> data, int lengthCode)
    {
        var lengthBytes = Math.Max(0, lengthCode - RlpEncoder.LongestShort);
        if (data.Length < 1 + lengthBytes)
        {
            throw Malformed("the length is cut short");
        }

        var length = (ulong)lengthCode;
        if (lengthBytes > 0)
        {
            length = 0;
            foreach (var digit in data.Slice(1, lengthBytes))
            {
                length = (length << 8) | digit;
            }

            if (data[1] == 0 || length <= RlpEncoder.LongestShort)
            {
                throw Malformed("a length is not in its shortest form");
            }
        }

        var rest = data[(1 + lengthBytes)..];
        if ((ulong)rest.Length < length)
        {
            throw Malformed($"{length} bytes announced, {rest.Length} there");
        }

        data = rest[(int)length..];
        return rest[..(int)length];
    }

    private static FormatException Malformed(string problem) => new("Malformed RLP: " + problem + ".");
}
