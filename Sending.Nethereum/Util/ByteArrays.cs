using System.Numerics;

namespace Nethereum.Util;

/// <summary>Byte arrays as big-endian numbers.</summary>
internal static class ByteArrays
{
    /// <summary>The shortest big-endian form; zero has no byte at all.</summary>
    public static byte[] ToMinimalBytes(this BigInteger value) =>
        value.IsZero ? [] : value.ToByteArray(isUnsigned: true, isBigEndian: true);

    /// <summary>The bytes without zeros in front.</summary>
    public static byte[] TrimZeros(this byte[] value) => value.AsSpan().TrimStart((byte)0).ToArray();

    /// <summary>The bytes with zeros put in front up to <paramref name="length"/>.</summary>
    public static byte[] PadLeft(this byte[] value, int length)
    {
        if (value.Length >= length)
        {
            return value;
        }

        var padded = new byte[length];
        value.CopyTo(padded, length - value.Length);
        return padded;
    }

    /// <summary>The non-negative big-endian number that the bytes say.</summary>
    public static BigInteger ToUnsignedInteger(this byte[] value) => new(value, isUnsigned: true, isBigEndian: true);
}
