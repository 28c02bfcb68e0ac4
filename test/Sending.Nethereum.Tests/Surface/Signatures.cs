using System.Reflection;

namespace Sending.Nethereum.Tests.Surface;

/// <summary>Writes types and members as one line of C# each, as the committed list does: short type names, <c>?</c> after an optional parameter.</summary>
internal static class Signatures
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(object)] = "object",
        [typeof(string)] = "string", [typeof(void)] = "void",
    };

    public static string OfType(Type type) => $"{type.Namespace}.{Name(type)}";

    /// <summary>Public and protected members declared on the type; overrides of a base member are not new surface.</summary>
    public static IEnumerable<string> OfMembers(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        }

        return type.GetMembers(Declared).Select(Of).OfType<string>();
    }

    private static string? Of(MemberInfo member) => member switch
    {
        FieldInfo field when IsVisible(field.Attributes) => $"{Protected(field.IsFamily || field.IsFamilyOrAssembly)}{(field.IsLiteral ? "const " : Static(field.IsStatic))}{Name(field.FieldType)} {field.Name}",
        PropertyInfo property => OfProperty(property),
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) =>
            $"{Protected(constructor)}{Undecorated(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) && method.GetBaseDefinition() == method =>
            $"{Protected(method)}{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Generic(method.GetGenericArguments())}({Parameters(method)})",
        MethodInfo { IsSpecialName: true, Name: "op_Implicit" } method => $"static implicit operator {Name(method.ReturnType)}({Parameters(method)})",
        MethodInfo { IsSpecialName: true, Name: ['o', 'p', '_', ..] } method => $"static {Name(method.ReturnType)} operator {method.Name[3..]}({Parameters(method)})",
        _ => null,
    };

    private static string? OfProperty(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        if (accessors.Count == 0 || accessors.All(accessor => accessor.GetBaseDefinition() != accessor))
        {
            return null;
        }

        var isProtected = accessors.All(accessor => !accessor.IsPublic);
        var shown = accessors.Where(accessor => isProtected || accessor.IsPublic).Select(accessor => accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get" : "set");
        return $"{Protected(isProtected)}{Static(accessors[0].IsStatic)}{Name(property.PropertyType)} {property.Name} {{{string.Join(' ', shown.Order(StringComparer.Ordinal))}}}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Direction(parameter)}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? "?" : "")}"));

    private static string Direction(ParameterInfo parameter) => parameter.ParameterType.IsByRef ? (parameter.IsOut ? "out " : "ref ") : "";

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? Undecorated(type.DeclaringType!) + "." : "";
        return outer + Undecorated(type) + Generic(type.GetGenericArguments());
    }

    private static string Undecorated(Type type) => type.Name.Split('`')[0];

    private static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Protected(MethodBase method) => Protected(!method.IsPublic);

    private static string Protected(bool isProtected) => isProtected ? "protected " : "";

    private static string Static(bool isStatic) => isStatic ? "static " : "";
}
