using System.Collections.Concurrent;
using System.Reflection;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;

namespace Nethereum.ABI;

/// <summary>What the <see cref="ParameterAttribute"/>s of a class say, read once: which property is which ABI parameter.</summary>
internal sealed class MessageMap
{
    private static readonly ConcurrentDictionary<Type, MessageMap> Maps = new();

    private readonly PropertyInfo[] _properties;

    private MessageMap(Type type)
    {
        var marked = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<ParameterAttribute>(inherit: true)))
            .Where(pair => pair.Attribute is not null)
            .OrderBy(pair => pair.Attribute.Order)
            .ToArray();
        _properties = [.. marked.Select(pair => pair.Property)];
        Parameters = [.. marked.Select(pair => Resolve(pair.Attribute.Parameter, pair.Property.PropertyType))];
        Tuple = new TupleType(Parameters);
    }

    /// <summary>All parameters by their order, with the components of tuples known.</summary>
    public Parameter[] Parameters { get; }

    public TupleType Tuple { get; }

    public static MessageMap Of(Type type) => Maps.GetOrAdd(type, static key => new MessageMap(key));

    public Type PropertyType(int index) => _properties[index].PropertyType;

    public object[] Values(object message) => Array.ConvertAll(_properties, property => property.GetValue(message));

    public void Set(object message, int index, object value)
    {
        var property = _properties[index];
        if (!property.CanWrite)
        {
            throw new InvalidOperationException($"{property.DeclaringType?.Name}.{property.Name} has no setter to decode into.");
        }
        property.SetValue(message, value);
    }

    private static Parameter Resolve(Parameter parameter, Type propertyType)
    {
        parameter.ABIType = ABIType.Create(parameter.Type, propertyType);
        parameter.DecodedType = propertyType;
        return parameter;
    }
}
