namespace Nethereum.ABI;

/// <summary>A type of the contract ABI: how its values lie in bytes (Solidity documentation, "Contract ABI Specification").</summary>
public abstract class ABIType
{
    internal const int WordSize = 32;

    /// <summary>The name as it counts for selectors: <c>uint256</c>, <c>(address,uint64)[2]</c>.</summary>
    internal abstract string CanonicalName { get; }

    /// <summary>A dynamic value stands behind an offset; a static one stands in place.</summary>
    internal virtual bool IsDynamic => false;

    /// <summary>Indexed values of these types are stored in a log as their hash.</summary>
    internal virtual bool IsHashedWhenIndexed => false;

    /// <summary>Bytes that a static value takes, in place.</summary>
    internal virtual int StaticSize => WordSize;

    /// <summary>Bytes that the value takes in the head of the sequence it stands in.</summary>
    internal int HeadSize => IsDynamic ? WordSize : StaticSize;

    /// <summary>
    /// Writes the value: a static one into the place reserved at <paramref name="at"/>, a dynamic one appended (there <paramref name="at"/> is the end).
    /// </summary>
    internal abstract void Encode(object value, AbiWriter writer, int at);

    /// <summary>Writes the value as <c>abi.encodePacked</c> does; elements of arrays are padded to words.</summary>
    internal abstract void EncodePacked(object value, AbiWriter writer, bool inArray);

    /// <summary>Reads the value at <paramref name="at"/> as an instance of <paramref name="target"/>, or in its usual form for <see cref="object"/>.</summary>
    internal abstract object Decode(AbiReader reader, int at, Type target);

    /// <summary>The bytes that stand for the value in a topic: the word itself, or what is hashed ("Encoding of Indexed Event Parameters").</summary>
    internal virtual void EncodeIndexed(object value, AbiWriter writer) => Encode(value, writer, writer.Reserve(StaticSize));

    internal static ABIType Create(string type) => ABITypeParser.Parse(type, null);

    /// <summary>As <see cref="Create(string)"/>; the components of a tuple are read from the attributes of <paramref name="clrType"/> or of its elements.</summary>
    internal static ABIType Create(string type, Type clrType) => ABITypeParser.Parse(type, clrType);

    internal InvalidCastException CannotEncode(object value) =>
        new($"A value of type {value?.GetType().Name ?? "null"} cannot be encoded as {CanonicalName}.");

    internal InvalidCastException CannotDecode(Type target) => new($"A value of type {CanonicalName} cannot be decoded as {target.Name}.");
}
