using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sending.Surface;

/// <summary>Writes members as one line of C# each.</summary>
internal static class MemberTexts
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Public and protected members declared on the type; overrides of a base member are not new surface.</summary>
    public static IEnumerable<string> Of(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
        : type.GetMembers(Declared).Select(Of).OfType<string>();

    private static string? Of(MemberInfo member) => member switch
    {
        FieldInfo field when IsVisible(field.Attributes) => OfField(field),
        PropertyInfo property => OfProperty(property),
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) =>
            $"{Protected(constructor)}{TypeNames.Undecorated(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) && method.GetBaseDefinition() == method => OfMethod(method),
        MethodInfo { IsSpecialName: true, Name: "op_Implicit" } method => $"static implicit operator {TypeNames.Of(method.ReturnType)}({Parameters(method)})",
        MethodInfo { IsSpecialName: true, Name: ['o', 'p', '_', ..] } method => $"static {TypeNames.Of(method.ReturnType)} operator {method.Name[3..]}({Parameters(method)})",
        _ => null,
    };

    private static string OfField(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : field.IsStatic ? "static " : "";
        var value = field.IsLiteral ? " = " + Value(field.GetRawConstantValue(), field.FieldType) : "";
        return $"{Protected(field.IsFamily || field.IsFamilyOrAssembly)}{kind}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field.FieldType)} {field.Name}{value}";
    }

    private static string OfMethod(MethodInfo method)
    {
        var constraints = TypeNames.Constraints(method.GetGenericArguments(), " where ");
        return $"{Protected(method)}{Inheritance(method)}{TypeNames.Of(method.ReturnType)} {method.Name}{TypeNames.Arguments(method.GetGenericArguments())}({Parameters(method)})"
            + (constraints.Length == 0 ? "" : " where " + constraints);
    }

    private static string? OfProperty(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).OrderBy(accessor => accessor.ReturnType == typeof(void)).ToList();
        if (accessors.Count == 0 || accessors.All(accessor => accessor.GetBaseDefinition() != accessor))
        {
            return null;
        }

        var isProtected = accessors.All(accessor => !accessor.IsPublic);
        var shown = accessors.Select(accessor => $"{(isProtected ? "" : Protected(accessor))}{(accessor.ReturnType == typeof(void) ? "set" : "get")}; ");
        var json = property.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == "JsonPropertyAttribute");
        var name = json?.ConstructorArguments is [{ Value: string text }] ? " json " + text : "";
        return $"{Protected(isProtected)}{Inheritance(accessors[0])}{TypeNames.Of(property.PropertyType)} {property.Name} {{ {string.Concat(shown)}}}{name}";
    }

    private static string Parameters(MethodBase method)
    {
        var parameters = method.GetParameters();
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", parameters.Select((parameter, place) => (isExtension && place == 0 ? "this " : "") + Of(parameter)));
    }

    private static string Of(ParameterInfo parameter)
    {
        var direction = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : "ref ";
        var value = parameter.HasDefaultValue ? " = " + Value(parameter.DefaultValue, parameter.ParameterType) : "";
        return $"{direction}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Value(object? value, Type type) => value switch
    {
        null when type.IsValueType && Nullable.GetUnderlyingType(type) is null => "default",
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Enum choice => $"{TypeNames.Of(type)}.{choice}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Inheritance(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal ? ""
        : method.IsAbstract ? "abstract "
        : "virtual ";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Protected(MethodBase method) => Protected(!method.IsPublic);

    private static string Protected(bool isProtected) => isProtected ? "protected " : "";
}
