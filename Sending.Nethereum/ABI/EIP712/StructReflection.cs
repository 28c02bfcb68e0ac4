using System.Reflection;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Nethereum.ABI.EIP712;

/// <summary>The structs that classes with <c>[Struct]</c> and <c>[Parameter]</c> describe.</summary>
internal static class StructReflection
{
    /// <summary>The name of the class's struct.</summary>
    /// <exception cref="ArgumentException">The class has no <c>[Struct]</c>.</exception>
    public static string NameOf(Type type) =>
        StructAttribute.GetAttribute(type)?.Name ?? throw new ArgumentException($"The class {type.Name} has no [Struct(\"...\")] that names its type.");

    /// <summary>The properties with <c>[Parameter]</c> in their order.</summary>
    public static IEnumerable<(PropertyInfo Property, ParameterAttribute Parameter)> MembersOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => (Property: property, Parameter: property.GetCustomAttribute<ParameterAttribute>(inherit: true)))
        .Where(member => member.Parameter is not null)
        .OrderBy(member => member.Parameter.Order);

    /// <summary>The class of a struct member, or of its innermost elements; null when the member holds no struct.</summary>
    public static Type StructClassOf(PropertyInfo property, ParameterAttribute parameter)
    {
        if (!parameter.Type.StartsWith("tuple", StringComparison.Ordinal))
        {
            return null;
        }

        var type = property.PropertyType;
        for (var dimension = parameter.Type.Count(character => character == '['); dimension > 0; dimension--)
        {
            type = type.IsArray ? type.GetElementType() : type.GetGenericArguments()[0];
        }

        return type;
    }

    /// <summary>The type's name as typed data says it: the struct's instead of <c>tuple</c>.</summary>
    public static string TypeNameOf(PropertyInfo property, ParameterAttribute parameter) => StructClassOf(property, parameter) is { } structClass
        ? parameter.StructTypeName ?? NameOf(structClass) + parameter.Type["tuple".Length..]
        : parameter.Type;
}
