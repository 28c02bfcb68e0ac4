namespace Nethereum.ABI;

/// <summary>Heads and tails: the layout that parameters, tuples and arrays share.</summary>
internal static class AbiSequence
{
    public static void Encode(ReadOnlySpan<ABIType> types, ReadOnlySpan<object> values, AbiWriter writer, int at)
    {
        var head = at;
        for (var i = 0; i < types.Length; i++)
        {
            EncodeItem(types[i], values[i], writer, at, head);
            head += types[i].HeadSize;
        }
    }

    /// <summary>Writes one item of a sequence that starts at <paramref name="start"/>, with its head at <paramref name="head"/>.</summary>
    public static void EncodeItem(ABIType type, object value, AbiWriter writer, int start, int head)
    {
        if (!type.IsDynamic)
        {
            type.Encode(value, writer, head);
            return;
        }
        writer.WriteSize(head, writer.Length - start);
        type.Encode(value, writer, writer.Length);
    }

    /// <summary>Reads one item of a sequence that starts at <paramref name="start"/>, with its head at <paramref name="head"/>.</summary>
    public static object DecodeItem(ABIType type, AbiReader reader, int start, int head, Type target) =>
        type.Decode(reader, type.IsDynamic ? start + reader.Size(head) : head, target);
}
