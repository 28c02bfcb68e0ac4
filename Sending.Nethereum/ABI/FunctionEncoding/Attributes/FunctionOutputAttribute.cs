using System.Reflection;

namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Marks a class that the values returned by a contract's function decode to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class FunctionOutputAttribute : Attribute
{
    public static FunctionOutputAttribute GetAttribute<T>() => typeof(T).GetCustomAttribute<FunctionOutputAttribute>(inherit: true);

    public static bool IsFunctionType<T>() => GetAttribute<T>() is not null;
}
