using System.Reflection;

namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Names the struct that a class stands for, as typed data (EIP-712) needs it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class StructAttribute : Attribute
{
    public StructAttribute(string name) => Name = name;

    public string Name { get; set; }

    public static StructAttribute GetAttribute<T>() => GetAttribute(typeof(T));

    public static StructAttribute GetAttribute(Type type) => type.GetCustomAttribute<StructAttribute>(inherit: true);

    public static StructAttribute GetAttribute(object instance) => GetAttribute(instance.GetType());

    public static bool IsStructType<T>() => GetAttribute<T>() is not null;

    public static bool IsStructType(Type type) => GetAttribute(type) is not null;

    public static bool IsStructType(object type) => GetAttribute(type) is not null;
}
