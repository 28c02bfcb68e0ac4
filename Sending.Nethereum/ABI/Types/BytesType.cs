using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI;

internal sealed class BytesType : ABIType
{
    public static readonly BytesType Instance = new();

    internal override string CanonicalName => "bytes";

    internal override bool IsDynamic => true;

    internal override bool IsHashedWhenIndexed => true;

    internal override void Encode(object value, AbiWriter writer, int at) => Write(ToBytes(value), writer);

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray) => writer.Append(ToBytes(value));

    internal override void EncodeIndexed(object value, AbiWriter writer) => writer.Append(ToBytes(value));

    internal override object Decode(AbiReader reader, int at, Type target) =>
        target.IsAssignableFrom(typeof(byte[])) ? Read(reader, at).ToArray()
        : target == typeof(string) ? HexWithPrefix(Read(reader, at))
        : throw CannotDecode(target);

    public static void Write(ReadOnlySpan<byte> bytes, AbiWriter writer)
    {
        writer.WriteSize(writer.Reserve(WordSize), bytes.Length);
        writer.Append(bytes);
        writer.Reserve(PaddingOf(bytes.Length));
    }

    public static int PaddingOf(int length) => (WordSize - (length % WordSize)) % WordSize;

    internal static string HexWithPrefix(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);

    // The zeros after the last byte are not asked for: some contracts emit events without them.
    public static ReadOnlySpan<byte> Read(AbiReader reader, int at) => reader.Bytes(at + WordSize, reader.Size(at));

    private byte[] ToBytes(object value) => value switch
    {
        byte[] bytes => bytes,
        string text => text.IsHex() ? text.HexToByteArray() : throw new FormatException($"'{text}' is not hex."),
        _ => throw CannotEncode(value),
    };
}
