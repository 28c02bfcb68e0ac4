using System.Reflection;

namespace Sending.Surface;

/// <summary>Types as C# writes them, without namespace.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(object)] = "object",
        [typeof(string)] = "string", [typeof(void)] = "void",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? Undecorated(type.DeclaringType!) + "." : "";
        return outer + Undecorated(type) + Arguments(type.GetGenericArguments());
    }

    public static string Undecorated(Type type) => type.Name.Split('`')[0];

    public static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    /// <summary>The constraints of type parameters, <paramref name="separator"/> between those of two.</summary>
    public static string Constraints(Type[] parameters, string separator) => string.Join(
        separator,
        parameters.Where(parameter => parameter.IsGenericParameter).Select(parameter => (parameter.Name, Limits: string.Join(", ", Limits(parameter)))).Where(limit => limit.Limits.Length > 0)
            .Select(limit => $"{limit.Name} : {limit.Limits}"));

    private static IEnumerable<string> Limits(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            return ["struct"];
        }

        string[] kind = flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : [];
        string[] constructor = flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : [];
        return [.. kind, .. parameter.GetGenericParameterConstraints().Select(Of), .. constructor];
    }
}
