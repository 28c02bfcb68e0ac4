namespace Nethereum.ABI;

internal sealed class BoolType : ABIType
{
    public static readonly BoolType Instance = new();

    internal override string CanonicalName => "bool";

    internal override void Encode(object value, AbiWriter writer, int at) => writer.WriteSize(at, IsTrue(value) ? 1 : 0);

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray)
    {
        if (inArray)
        {
            Encode(value, writer, writer.Reserve(WordSize));
            return;
        }
        writer.Append([(byte)(IsTrue(value) ? 1 : 0)]);
    }

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        var flag = Read(reader, at);
        return target.IsAssignableFrom(typeof(bool)) || target == typeof(bool?) ? flag : throw CannotDecode(target);
    }

    /// <summary>Writes the value if the type is a bool.</summary>
    internal static bool TryWrite(ABIType type, bool value, AbiWriter writer, int at)
    {
        if (type is not BoolType)
        {
            return false;
        }

        writer.WriteSize(at, value ? 1 : 0);
        return true;
    }

    internal static bool Read(AbiReader reader, int at)
    {
        var word = reader.Word(at);
        if (word[..^1].ContainsAnyExcept((byte)0) || word[^1] > 1)
        {
            throw new FormatException($"The ABI data has a bool at byte {at} that is neither 0 nor 1.");
        }
        return word[^1] == 1;
    }

    private bool IsTrue(object value) => value is bool flag ? flag : throw CannotEncode(value);
}
