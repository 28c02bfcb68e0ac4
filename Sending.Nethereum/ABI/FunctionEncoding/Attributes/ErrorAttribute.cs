using System.Reflection;

namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Names the custom error that a class stands for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ErrorAttribute : Attribute
{
    public ErrorAttribute(string name) => Name = name;

    public string Name { get; set; }

    public static ErrorAttribute GetAttribute<T>() => GetAttribute(typeof(T));

    public static ErrorAttribute GetAttribute(Type type) => type.GetCustomAttribute<ErrorAttribute>(inherit: true);

    public static ErrorAttribute GetAttribute(object instance) => GetAttribute(instance.GetType());

    public static bool IsErrorType<T>() => GetAttribute<T>() is not null;

    public static bool IsErrorType(Type type) => GetAttribute(type) is not null;

    public static bool IsErrorType(object type) => GetAttribute(type) is not null;
}
