using System.Collections.Concurrent;
using System.Reflection;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;

namespace Nethereum.ABI;

/// <summary>What the <see cref="ParameterAttribute"/>s of a class say, read once: which property is which ABI parameter.</summary>
internal sealed class MessageMap
{
    private static readonly ConcurrentDictionary<Type, MessageMap> Maps = new();

    private readonly Type _type;
    private readonly MessageMember[] _members;

    private MessageMap(Type type)
    {
        _type = type;
        var marked = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<ParameterAttribute>(inherit: true)))
            .Where(pair => pair.Attribute is not null)
            .OrderBy(pair => pair.Attribute.Order)
            .ToArray();
        _members = [.. marked.Select(pair => MessageMember.Of(pair.Property))];
        Parameters = [.. marked.Select(pair => Resolve(pair.Attribute.Parameter, pair.Property.PropertyType))];
        Tuple = new TupleType(Parameters);
        NumberOfIndexes = Parameters.Count(parameter => parameter.Indexed);
    }

    /// <summary>All parameters by their order, with the components of tuples known.</summary>
    public Parameter[] Parameters { get; }

    public TupleType Tuple { get; }

    public int NumberOfIndexes { get; }

    public static MessageMap Of(Type type) => Maps.GetOrAdd(type, static key => new MessageMap(key));

    public MessageMember Member(int index) => _members[index];

    public object Create() => Activator.CreateInstance(_type);

    public object[] Values(object message) => Array.ConvertAll(_members, member => member.Get(message));

    /// <summary>Writes the properties as the parameters of a call, after what is written already.</summary>
    /// <exception cref="AbiEncodingException">A value does not fit its parameter.</exception>
    public void Encode(object message, AbiWriter writer)
    {
        var start = writer.Reserve(Tuple.HeadsSize);
        var head = start;
        for (var i = 0; i < _members.Length; i++)
        {
            var type = Parameters[i].ABIType;
            try
            {
                _members[i].Encode(message, type, writer, start, head);
            }
            catch (Exception exception)
            {
                throw ParametersEncoder.Wrong(Parameters[i], _members[i].Get(message), exception);
            }

            head += type.HeadSize;
        }
    }

    private static Parameter Resolve(Parameter parameter, Type propertyType)
    {
        parameter.ABIType = ABIType.Create(parameter.Type, propertyType);
        parameter.DecodedType = propertyType;
        return parameter;
    }
}
