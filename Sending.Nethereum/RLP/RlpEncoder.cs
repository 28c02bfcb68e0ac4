using System.Numerics;
using Nethereum.Util;

namespace Nethereum.RLP;

/// <summary>Recursive Length Prefix, the serialisation of Ethereum's transactions (Yellow Paper, appendix B).</summary>
internal static class RlpEncoder
{
    internal const byte ShortString = 0x80;
    internal const byte ShortList = 0xc0;
    internal const int LongestShort = 55;

    /// <summary>A byte string.</summary>
    public static byte[] EncodeBytes(ReadOnlySpan<byte> value) =>
        value.Length == 1 && value[0] < ShortString ? value.ToArray() : WithLength(ShortString, value);

    /// <summary>A non-negative integer: its shortest big-endian form.</summary>
    public static byte[] EncodeInteger(BigInteger value) => EncodeBytes(value.ToMinimalBytes());

    /// <summary>A list of items that are encoded already.</summary>
    public static byte[] EncodeList(params IEnumerable<byte[]> items)
    {
        using var body = new MemoryStream();
        foreach (var item in items)
        {
            body.Write(item);
        }

        return WithLength(ShortList, body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    private static byte[] WithLength(byte offset, ReadOnlySpan<byte> body)
    {
        if (body.Length <= LongestShort)
        {
            return [(byte)(offset + body.Length), .. body];
        }

        var length = new BigInteger(body.Length).ToMinimalBytes();
        return [(byte)(offset + LongestShort + length.Length), .. length, .. body];
    }
}
