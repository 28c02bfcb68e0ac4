using System.Text;

namespace Nethereum.ABI;

internal sealed class StringType : ABIType
{
    public static readonly StringType Instance = new();

    internal override string CanonicalName => "string";

    internal override bool IsDynamic => true;

    internal override bool IsHashedWhenIndexed => true;

    internal override void Encode(object value, AbiWriter writer, int at) => BytesType.Write(ToBytes(value), writer);

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray) => writer.Append(ToBytes(value));

    internal override void EncodeIndexed(object value, AbiWriter writer) => writer.Append(ToBytes(value));

    internal override object Decode(AbiReader reader, int at, Type target) =>
        target.IsAssignableFrom(typeof(string)) ? Encoding.UTF8.GetString(BytesType.Read(reader, at)) : throw CannotDecode(target);

    private byte[] ToBytes(object value) => value is string text ? Encoding.UTF8.GetBytes(text) : throw CannotEncode(value);
}
