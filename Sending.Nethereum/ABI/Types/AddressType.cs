using System.Buffers;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;

namespace Nethereum.ABI;

/// <summary>160 bits, in .NET a hex text, with the EIP-55 checksum when decoded.</summary>
internal sealed class AddressType : ABIType
{
    public static readonly AddressType Instance = new();

    private const int Size = 20;

    internal override string CanonicalName => "address";

    internal override void Encode(object value, AbiWriter writer, int at) => Write(value, writer.At(at + WordSize - Size, Size));

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray)
    {
        if (inArray)
        {
            Encode(value, writer, writer.Reserve(WordSize));
            return;
        }
        Write(value, writer.At(writer.Reserve(Size), Size));
    }

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        var word = reader.Word(at);
        if (word[..^Size].ContainsAnyExcept((byte)0))
        {
            throw new FormatException($"The ABI data has an address at byte {at} with more than 20 bytes.");
        }
        return target == typeof(byte[]) ? word[^Size..].ToArray()
            : target.IsAssignableFrom(typeof(string)) ? AddressUtil.ToChecksumAddress(word[^Size..])
            : throw CannotDecode(target);
    }

    private void Write(object value, Span<byte> target)
    {
        switch (value)
        {
            // Digits that are left out in front are zeros.
            case string text when text.Digits().Length == 2 * Size && Convert.FromHexString(text.Digits(), target, out _, out _) == OperationStatus.Done:
                break;
            case string text when text.IsHex() && text.Digits().Length < 2 * Size:
                var digits = text.HexToByteArray();
                digits.CopyTo(target[^digits.Length..]);
                break;
            case string text:
                throw new FormatException($"'{text}' is not an address: expected 0x and 40 hex digits.");
            case byte[] bytes:
                (bytes.Length == Size ? bytes : throw new FormatException($"An address has 20 bytes, not {bytes.Length}.")).CopyTo(target);
                break;
            default:
                throw CannotEncode(value);
        }
    }
}
