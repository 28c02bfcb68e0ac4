using System.Collections;
using System.Globalization;

namespace Nethereum.ABI;

/// <summary>T[] and T[n]; in .NET a list or an array.</summary>
internal sealed class ArrayType : ABIType
{
    private readonly int? _length;

    public ArrayType(ABIType element, int? length)
    {
        Element = element;
        _length = length;
    }

    internal ABIType Element { get; }

    // Not kept: the components of a tuple may become known later.
    internal override string CanonicalName => $"{Element.CanonicalName}[{_length?.ToString(CultureInfo.InvariantCulture)}]";

    internal override bool IsDynamic => _length is null || Element.IsDynamic;

    internal override bool IsHashedWhenIndexed => true;

    internal override int StaticSize => checked(_length!.Value * Element.StaticSize);

    internal override void Encode(object value, AbiWriter writer, int at)
    {
        var items = Items(value);
        if (_length is null)
        {
            writer.WriteSize(writer.Reserve(WordSize), items.Count);
        }
        var start = IsDynamic ? writer.Reserve(checked(items.Count * Element.HeadSize)) : at;
        var head = start;
        var headSize = Element.HeadSize;
        foreach (var item in items)
        {
            AbiSequence.EncodeItem(Element, item, writer, start, head);
            head += headSize;
        }
    }

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray)
    {
        if (Element.IsDynamic || inArray)
        {
            throw new NotSupportedException($"{CanonicalName} has no packed encoding: Solidity packs arrays of static elements only.");
        }
        foreach (var item in Items(value))
        {
            Element.EncodePacked(item, writer, inArray: true);
        }
    }

    internal override void EncodeIndexed(object value, AbiWriter writer)
    {
        foreach (var item in Items(value))
        {
            TupleType.EncodeIndexedMember(Element, item, writer);
        }
    }

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        var count = _length ?? reader.Count(at, Element.HeadSize);
        var start = _length is null ? at + WordSize : at;
        if (_length is not null)
        {
            // A fixed length comes from the type, but a list for it is made only when there is data for it.
            reader.Bytes(start, checked(count * Element.HeadSize));
        }
        var list = Collections.Create(target, count) ?? throw CannotDecode(target);
        var elementTarget = Collections.ElementType(target) ?? typeof(object);
        var headSize = Element.HeadSize;
        for (var i = 0; i < count; i++)
        {
            var item = AbiSequence.DecodeItem(Element, reader, start, start + (i * headSize), elementTarget);
            if (list.IsFixedSize)
            {
                list[i] = item;
            }
            else
            {
                list.Add(item);
            }
        }
        return list;
    }

    private IList Items(object value)
    {
        var items = value switch
        {
            byte[] => throw CannotEncode(value),
            IList list => list,
            string => throw CannotEncode(value),
            IEnumerable sequence => sequence.Cast<object>().ToList(),
            _ => throw CannotEncode(value),
        };
        return _length is null || items.Count == _length
            ? items
            : throw new ArgumentOutOfRangeException(nameof(value), $"{CanonicalName} needs {_length} elements, not {items.Count}.");
    }
}
