using System.Globalization;
using System.Numerics;
using System.Text;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.Util;
using Sending.Crypto;

namespace Nethereum.ABI.EIP712;

/// <summary>A value that is neither a struct nor an array as a word of 32 bytes (EIP-712, "Definition of encodeData").</summary>
internal static class AtomicValue
{
    private const int WordLength = 32;
    private const int AddressLength = 20;

    /// <exception cref="FormatException">The type is unknown, or the value does not fit it.</exception>
    public static byte[] Encode(string type, object value) => type switch
    {
        "string" => Keccak256.Hash(Encoding.UTF8.GetBytes(value as string ?? throw Misfit(type, value))),
        "bytes" => Keccak256.Hash(ToBytes(type, value)),
        "bool" => EncodeInteger(ToBoolean(value) ? 1 : 0),
        "address" => OfLength(type, ToBytes(type, value), AddressLength).PadLeft(WordLength),
        _ when SizeOf(type, "bytes") is { } length and >= 1 and <= WordLength => PadRight(OfLength(type, ToBytes(type, value), length)),
        _ when SizeOf(type, "uint") is { } bits && IsIntegerSize(bits) => EncodeInteger(InRange(type, ToInteger(type, value), BigInteger.Zero, BigInteger.One << bits)),
        _ when SizeOf(type, "int") is { } bits && IsIntegerSize(bits) =>
            EncodeInteger(InRange(type, ToInteger(type, value), -(BigInteger.One << (bits - 1)), BigInteger.One << (bits - 1))),
        _ => throw new FormatException($"The type '{type}' is neither Solidity's nor described in the types."),
    };

    private static int? SizeOf(string type, string prefix) =>
        type.StartsWith(prefix, StringComparison.Ordinal) && type.Length > prefix.Length && type[prefix.Length] != '0'
        && int.TryParse(type[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : null;

    private static bool IsIntegerSize(int bits) => bits is >= 8 and <= 256 && bits % 8 == 0;

    private static bool ToBoolean(object value) => value switch
    {
        bool flag => flag,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Misfit("bool", value),
    };

    private static byte[] ToBytes(string type, object value) => value switch
    {
        byte[] bytes => bytes,
        string text when text.IsHex() => text.HexToByteArray(),
        _ => throw Misfit(type, value),
    };

    private static BigInteger ToInteger(string type, object value) => value switch
    {
        BigInteger number => number,
        HexBigInteger number => number.Value,
        EvmUInt256 number => number,
        string text when text.HasHexPrefix() && text.Length > 2 && text.IsHex() => text.HexToBigInteger(isHexLittleEndian: false),
        string text when BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        sbyte or byte or short or ushort or int or uint or long or ulong =>
            BigInteger.Parse(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        Enum choice => new BigInteger(System.Convert.ToInt64(choice, CultureInfo.InvariantCulture)),
        _ => throw Misfit(type, value),
    };

    private static BigInteger InRange(string type, BigInteger number, BigInteger lowest, BigInteger bound) =>
        number >= lowest && number < bound ? number : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{number} does not fit {type}."));

    private static byte[] EncodeInteger(BigInteger number)
    {
        var wrapped = number.Sign < 0 ? number + (BigInteger.One << 256) : number;
        return wrapped.ToMinimalBytes().PadLeft(WordLength);
    }

    private static byte[] OfLength(string type, byte[] value, int length) =>
        value.Length == length ? value : throw new FormatException($"{value.Length} bytes are given for {type}.");

    private static byte[] PadRight(byte[] value) => [.. value, .. new byte[WordLength - value.Length]];

    private static FormatException Misfit(string type, object value) => new($"'{value}' is no {type}.");
}
