using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI;

/// <summary>bytes1 to bytes32 and function; in .NET a byte array, when decoded of exactly that length. Shorter values are filled with zeros on the right.</summary>
internal sealed class FixedBytesType : ABIType
{
    private readonly int _size;

    private FixedBytesType(int size, string name)
    {
        _size = size;
        CanonicalName = name;
    }

    internal override string CanonicalName { get; }

    public static FixedBytesType Of(int size, string name) => new(size, name);

    internal override void Encode(object value, AbiWriter writer, int at) => ToBytes(value).CopyTo(writer.At(at, _size));

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray) =>
        ToBytes(value).CopyTo(writer.At(writer.Reserve(inArray ? WordSize : _size), _size));

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        var word = reader.Word(at);
        if (word[_size..].ContainsAnyExcept((byte)0))
        {
            throw new FormatException($"The ABI data has a {CanonicalName} at byte {at} with more than {_size} bytes.");
        }
        var bytes = word[.._size];
        return target switch
        {
            _ when target.IsAssignableFrom(typeof(byte[])) => bytes.ToArray(),
            _ when target == typeof(string) => BytesType.HexWithPrefix(bytes),
            _ when target == typeof(byte) && _size == 1 => bytes[0],
            _ => throw CannotDecode(target),
        };
    }

    private byte[] ToBytes(object value)
    {
        var bytes = value switch
        {
            byte[] raw => raw,
            byte single => [single],
            string text => text.IsHex() ? text.HexToByteArray() : throw new FormatException($"'{text}' is not hex."),
            _ => throw CannotEncode(value),
        };
        return bytes.Length <= _size ? bytes : throw new ArgumentOutOfRangeException(nameof(value), $"{bytes.Length} bytes do not fit {CanonicalName}.");
    }
}
