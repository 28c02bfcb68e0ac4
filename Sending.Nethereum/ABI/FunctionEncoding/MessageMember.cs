using System.Reflection;
using System.Runtime.CompilerServices;

namespace Nethereum.ABI;

/// <summary>A property that stands for an ABI parameter.</summary>
internal abstract class MessageMember
{
    /// <summary>The property's type.</summary>
    public abstract Type Type { get; }

    public static MessageMember Of(PropertyInfo property)
    {
        // Accessors of value types take their owner by reference, and generics over value types need code made when the program runs.
        if (property.DeclaringType.IsValueType || !RuntimeFeature.IsDynamicCodeSupported)
        {
            return new ReflectedMember(property);
        }

        var compiled = typeof(CompiledMember<,>).MakeGenericType(property.DeclaringType, property.PropertyType);
        return (MessageMember)Activator.CreateInstance(compiled, property);
    }

    public abstract object Get(object message);

    public abstract void Set(object message, object value);

    /// <summary>Writes the property's value as one item of a sequence that starts at <paramref name="start"/>, with its head at <paramref name="head"/>.</summary>
    public virtual void Encode(object message, ABIType type, AbiWriter writer, int start, int head) =>
        AbiSequence.EncodeItem(type, Get(message), writer, start, head);

    /// <summary>Reads one item of a sequence that starts at <paramref name="start"/>, with its head at <paramref name="head"/>, into the property.</summary>
    public virtual void Decode(object message, ABIType type, AbiReader reader, int start, int head) =>
        Set(message, AbiSequence.DecodeItem(type, reader, start, head, Type));

    private protected static InvalidOperationException NotWritable(PropertyInfo property) =>
        new($"{property.DeclaringType?.Name}.{property.Name} has no setter to decode into.");
}
