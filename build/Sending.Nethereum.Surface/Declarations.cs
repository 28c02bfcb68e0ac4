using System.Reflection;

namespace Sending.Surface;

/// <summary>Writes the public types of an assembly as the list does.</summary>
internal static class Declarations
{
    public static IEnumerable<TypeDeclaration> Of(Assembly assembly) => assembly.GetExportedTypes().Where(type => type.BaseType != typeof(MulticastDelegate)).Select(Of);

    public static TypeDeclaration Of(Type type) => new(
        Kind(type),
        $"{type.Namespace}.{TypeNames.Of(type)}",
        [.. Bases(type).Select(TypeNames.Of)],
        TypeNames.Constraints(type.GetGenericArguments(), "; "),
        type.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType == typeof(AttributeUsageAttribute)) is { } usage
            ? ((AttributeTargets)(int)usage.ConstructorArguments[0].Value!).ToString()
            : "",
        [.. MemberTexts.Of(type).Select(text => new Declared(text))]);

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    /// <summary>The base type and the interfaces that the type itself names.</summary>
    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [];
        }

        var all = type.GetInterfaces();
        var inherited = all.SelectMany(name => name.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var own = all.Where(name => name.IsVisible && !inherited.Contains(name));
        return type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? own.Prepend(parent) : own;
    }
}
