using System.Text;

namespace Nethereum.ABI;

internal sealed class StringType : ABIType
{
    public static readonly StringType Instance = new();

    internal override string CanonicalName => "string";

    internal override bool IsDynamic => true;

    internal override bool IsHashedWhenIndexed => true;

    internal override void Encode(object value, AbiWriter writer, int at) => Write(Text(value), writer);

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray) => Append(Text(value), writer);

    internal override void EncodeIndexed(object value, AbiWriter writer) => Append(Text(value), writer);

    internal override object Decode(AbiReader reader, int at, Type target) =>
        target.IsAssignableFrom(typeof(string)) ? Encoding.UTF8.GetString(BytesType.Read(reader, at)) : throw CannotDecode(target);

    private static void Write(string text, AbiWriter writer)
    {
        var length = writer.Reserve(WordSize);
        Append(text, writer);
        var count = writer.Length - length - WordSize;
        writer.WriteSize(length, count);
        writer.Reserve(BytesType.PaddingOf(count));
    }

    private static void Append(string text, AbiWriter writer) => Encoding.UTF8.GetBytes(text, writer.Next(Encoding.UTF8.GetByteCount(text)));

    private string Text(object value) => value as string ?? throw CannotEncode(value);
}
