using System.Globalization;

namespace Nethereum.ABI;

internal static class ABITypeParser
{
    private const string Tuple = "tuple";

    /// <summary>The type of this name; <paramref name="clrType"/> gives the components of a tuple, and is null when they are not known.</summary>
    /// <exception cref="ArgumentException">The name is no ABI type.</exception>
    public static ABIType Parse(string type, Type clrType)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        if (!type.EndsWith(']'))
        {
            return ParseElementary(type, clrType);
        }
        var open = type.LastIndexOf('[');
        if (open <= 0)
        {
            throw Unknown(type);
        }
        var element = Parse(type[..open], clrType is null ? null : Collections.ElementType(clrType));
        var length = type[(open + 1)..^1];
        return length.Length == 0 ? new ArrayType(element, null) : new ArrayType(element, ParseNumber(length, 0, int.MaxValue, type));
    }

    private static ABIType ParseElementary(string type, Type clrType) => type switch
    {
        "address" => AddressType.Instance,
        "bool" => BoolType.Instance,
        "string" => StringType.Instance,
        "bytes" => BytesType.Instance,
        "uint" => IntegerType.Of(256, isSigned: false),
        "int" => IntegerType.Of(256, isSigned: true),
        "byte" => FixedBytesType.Of(1, "bytes1"),
        "function" => FixedBytesType.Of(24, "function"),
        Tuple => clrType is null || clrType == typeof(object) ? new TupleType(null) : MessageMap.Of(clrType).Tuple,
        _ when type.StartsWith("uint", StringComparison.Ordinal) => IntegerType.Of(ParseBits(type, 4), isSigned: false),
        _ when type.StartsWith("int", StringComparison.Ordinal) => IntegerType.Of(ParseBits(type, 3), isSigned: true),
        _ when type.StartsWith("bytes", StringComparison.Ordinal) => FixedBytesType.Of(ParseNumber(type[5..], 1, ABIType.WordSize, type), type),
        _ => throw Unknown(type),
    };

    private static int ParseBits(string type, int prefix)
    {
        var bits = ParseNumber(type[prefix..], 8, 256, type);
        return bits % 8 == 0 ? bits : throw Unknown(type);
    }

    private static int ParseNumber(string digits, int least, int most, string type) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
        && (digits[0] != '0' || digits.Length == 1)
            ? number
            : throw Unknown(type);

    private static ArgumentException Unknown(string type) => new($"Unknown ABI type: {type}");
}
