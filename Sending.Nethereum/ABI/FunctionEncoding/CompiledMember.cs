using System.Reflection;

namespace Nethereum.ABI;

/// <summary>A property by delegates on its accessors, which are made once; numbers and truth values are not boxed on the way.</summary>
internal sealed class CompiledMember<TOwner, TValue> : MessageMember
    where TOwner : class
{
    private readonly Func<TOwner, TValue> _get;
    private readonly Action<TOwner, TValue> _set;

    public CompiledMember(PropertyInfo property)
    {
        _get = property.GetGetMethod(nonPublic: true)?.CreateDelegate<Func<TOwner, TValue>>()
            ?? (_ => throw new InvalidOperationException($"{typeof(TOwner).Name}.{property.Name} has no getter to encode from."));
        _set = property.GetSetMethod(nonPublic: true)?.CreateDelegate<Action<TOwner, TValue>>() ?? ((_, _) => throw NotWritable(property));
    }

    public override Type Type => typeof(TValue);

    public override object Get(object message) => _get((TOwner)message);

    public override void Set(object message, object value) => _set((TOwner)message, (TValue)value);

    public override void Encode(object message, ABIType type, AbiWriter writer, int start, int head)
    {
        var value = _get((TOwner)message);
        if (!UnboxedValue.TryEncode(type, value, writer, head))
        {
            AbiSequence.EncodeItem(type, value, writer, start, head);
        }
    }

    public override void Decode(object message, ABIType type, AbiReader reader, int start, int head)
    {
        if (UnboxedValue.TryDecode<TValue>(type, reader, head, out var value))
        {
            _set((TOwner)message, value);
            return;
        }

        base.Decode(message, type, reader, start, head);
    }
}
