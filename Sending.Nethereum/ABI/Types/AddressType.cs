using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;

namespace Nethereum.ABI;

/// <summary>160 bits, in .NET a hex text, with the EIP-55 checksum when decoded.</summary>
internal sealed class AddressType : ABIType
{
    public static readonly AddressType Instance = new();

    private const int Size = 20;

    internal override string CanonicalName => "address";

    internal override void Encode(object value, AbiWriter writer, int at) => ToBytes(value).CopyTo(writer.At(at + WordSize - Size, Size));

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray)
    {
        if (inArray)
        {
            Encode(value, writer, writer.Reserve(WordSize));
            return;
        }
        writer.Append(ToBytes(value));
    }

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        var word = reader.Word(at);
        if (word[..^Size].ContainsAnyExcept((byte)0))
        {
            throw new FormatException($"The ABI data has an address at byte {at} with more than 20 bytes.");
        }
        var address = word[^Size..].ToArray();
        if (target == typeof(byte[]))
        {
            return address;
        }
        return target.IsAssignableFrom(typeof(string)) ? AddressUtil.Current.ConvertToChecksumAddress(address) : throw CannotDecode(target);
    }

    private byte[] ToBytes(object value)
    {
        var bytes = value switch
        {
            string text when text.IsHex() && text.RemoveHexPrefix().Length <= 2 * Size => AddressUtil.Current.ConvertToValid20ByteAddress(text).HexToByteArray(),
            string text => throw new FormatException($"'{text}' is not an address: expected 0x and 40 hex digits."),
            byte[] raw => raw,
            _ => throw CannotEncode(value),
        };
        return bytes.Length == Size ? bytes : throw new FormatException($"An address has 20 bytes, not {bytes.Length}.");
    }
}
