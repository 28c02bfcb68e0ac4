using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;

namespace Nethereum.ABI;

/// <summary>A struct; in .NET a class whose properties carry <see cref="ParameterAttribute"/>, or its members in order.</summary>
internal sealed class TupleType : ABIType
{
    private Parameter[] _components;
    private ABIType[] _types;
    private Layout _layout;

    public TupleType(Parameter[] components) => Components = components;

    /// <summary>The members in order; null while they are not known.</summary>
    public Parameter[] Components
    {
        get => _components;
        set
        {
            _components = value;
            _types = value?.Select(component => component.ABIType).ToArray();
            _layout = null;
        }
    }

    internal override string CanonicalName => _components is null ? "tuple" : $"({string.Join(',', _types.Select(type => type.CanonicalName))})";

    internal override bool IsDynamic => Known.IsDynamic;

    internal override bool IsHashedWhenIndexed => true;

    internal override int StaticSize => Known.StaticSize;

    internal int HeadsSize => Known.HeadsSize;

    private ABIType[] Types => _types ?? throw new InvalidOperationException("The components of a tuple are not known: use a class with Parameter attributes.");

    private Layout Known => _layout ??= Layout.Of(Types);

    internal override void Encode(object value, AbiWriter writer, int at)
    {
        var start = IsDynamic ? writer.Reserve(HeadsSize) : at;
        if (MapOf(value) is not { } map)
        {
            AbiSequence.Encode(Types, Values(value), writer, start);
            return;
        }

        var head = start;
        for (var i = 0; i < Types.Length; i++)
        {
            map.Member(i).Encode(value, Types[i], writer, start, head);
            head += Types[i].HeadSize;
        }
    }

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray) =>
        throw new NotSupportedException("Structs have no packed encoding in Solidity.");

    internal override void EncodeIndexed(object value, AbiWriter writer)
    {
        var values = Values(value);
        for (var i = 0; i < Types.Length; i++)
        {
            EncodeIndexedMember(Types[i], values[i], writer);
        }
    }

    /// <summary>Inside arrays and structs what is hashed is padded to whole words.</summary>
    internal static void EncodeIndexedMember(ABIType type, object value, AbiWriter writer)
    {
        type.EncodeIndexed(value, writer);
        writer.Reserve(BytesType.PaddingOf(writer.Length));
    }

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        if (target == typeof(object) || target == typeof(List<ParameterOutput>))
        {
            return DecodeToOutputs(reader, at);
        }
        var map = MessageMap.Of(target);
        if (map.Parameters.Length != Types.Length)
        {
            throw CannotDecode(target);
        }
        var result = map.Create();
        Decode(reader, at, map, result);
        return result;
    }

    /// <summary>Reads the members into the properties of <paramref name="message"/>.</summary>
    internal void Decode(AbiReader reader, int at, MessageMap map, object message)
    {
        var head = at;
        for (var i = 0; i < Types.Length; i++)
        {
            map.Member(i).Decode(message, Types[i], reader, at, head);
            head += Types[i].HeadSize;
        }
    }

    internal List<ParameterOutput> DecodeToOutputs(AbiReader reader, int at)
    {
        var outputs = new List<ParameterOutput>(Types.Length);
        var head = at;
        for (var i = 0; i < Types.Length; i++)
        {
            var result = AbiSequence.DecodeItem(Types[i], reader, at, head, _components[i].DecodedType ?? typeof(object));
            outputs.Add(new ParameterOutput { Parameter = _components[i], DataIndexStart = head, Result = result });
            head += Types[i].HeadSize;
        }
        return outputs;
    }

    /// <summary>The map of a class that stands for the struct; null for lists of members.</summary>
    private MessageMap MapOf(object value)
    {
        if (value is null or object[] or List<ParameterOutput> or List<object>)
        {
            return null;
        }

        var map = MessageMap.Of(value.GetType());
        return map.Parameters.Length == Types.Length ? map : throw CannotEncode(value);
    }

    private object[] Values(object value)
    {
        var values = value switch
        {
            null => throw CannotEncode(null),
            object[] members => members,
            List<ParameterOutput> outputs => outputs.Select(output => output.Result).ToArray(),
            List<object> members => [.. members],
            _ => MapOf(value).Values(value),
        };
        return values.Length == Types.Length ? values : throw CannotEncode(value);
    }

    /// <summary>How many bytes the struct takes, by the types of its members.</summary>
    private sealed record Layout(bool IsDynamic, int StaticSize, int HeadsSize)
    {
        public static Layout Of(ABIType[] types)
        {
            var isDynamic = Array.Exists(types, type => type.IsDynamic);
            return new(isDynamic, isDynamic ? 0 : types.Sum(type => type.StaticSize), types.Sum(type => type.HeadSize));
        }
    }
}
