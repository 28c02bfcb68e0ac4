using System.Numerics;
using Nethereum.Hex.HexTypes;

namespace Nethereum.Hex.HexConvertors.Extensions;

/// <summary>Non-negative integers to hexadecimal text and back.</summary>
public static class HexBigIntegerConvertorExtensions
{
    /// <summary>The number, or null when there is none.</summary>
    public static BigInteger? GetValue(this HexBigInteger hexBigInteger) => hexBigInteger?.Value;

    /// <summary><c>0x</c> and the digits: without leading zeros (the JSON-RPC "quantity") unless <paramref name="compact"/> is false.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static string ToHex(this BigInteger value, bool littleEndian, bool compact = true)
    {
        if (value.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A negative number has no hexadecimal form.");
        }

        if (value.IsZero)
        {
            return "0x0";
        }

        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: !littleEndian);
        return "0x" + (compact ? bytes.ToHexCompact() : bytes.ToHex());
    }

    /// <summary>The non-negative number that the digits say; none at all is zero.</summary>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    public static BigInteger HexToBigInteger(this string hex, bool isHexLittleEndian) =>
        new(hex.HexToByteArray(), isUnsigned: true, isBigEndian: !isHexLittleEndian);
}
