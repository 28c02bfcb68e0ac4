using System.Reflection;

namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Names the function that a message calls, and what it returns.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class FunctionAttribute : Attribute
{
    public FunctionAttribute(string name, string returnType)
    {
        Name = name;
        ReturnType = returnType;
    }

    public FunctionAttribute(string name) => Name = name;

    public FunctionAttribute(string name, Type dtoReturnType)
    {
        Name = name;
        DTOReturnType = dtoReturnType;
    }

    public string Name { get; }

    /// <summary>The class for several returned values or a struct; null when one plain value or nothing is returned.</summary>
    public Type DTOReturnType { get; }

    /// <summary>The ABI type of the one value returned; null for several values, a struct or nothing.</summary>
    public string ReturnType { get; }

    public static FunctionAttribute GetAttribute<T>() => GetAttribute(typeof(T));

    public static FunctionAttribute GetAttribute(Type type) => type.GetCustomAttribute<FunctionAttribute>(inherit: true);

    public static FunctionAttribute GetAttribute(object instance) => GetAttribute(instance.GetType());

    public static bool IsFunctionType<T>() => GetAttribute<T>() is not null;

    public static bool IsFunctionType(Type type) => GetAttribute(type) is not null;

    public static bool IsFunctionType(object type) => GetAttribute(type) is not null;
}
