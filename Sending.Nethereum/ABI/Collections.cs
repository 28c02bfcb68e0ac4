using System.Collections;
using System.Collections.Concurrent;

namespace Nethereum.ABI;

/// <summary>Arrays of the ABI as lists and arrays of .NET.</summary>
internal static class Collections
{
    private static readonly ConcurrentDictionary<Type, Type> ElementTypes = new();

    /// <summary>The type of the elements of a list or an array type, or null when it is neither.</summary>
    public static Type ElementType(Type collection) => ElementTypes.GetOrAdd(collection, static type =>
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }
        if (type == typeof(string))
        {
            return null;
        }
        var enumerable = IsEnumerable(type) ? type : type.GetInterfaces().FirstOrDefault(IsEnumerable);
        return enumerable?.GetGenericArguments()[0];
    });

    /// <summary>An empty collection of this size to put decoded elements in: an array, or a list.</summary>
    public static IList Create(Type target, int count)
    {
        if (target == typeof(object))
        {
            return new List<object>(count);
        }
        var element = ElementType(target);
        if (element is null)
        {
            return null;
        }
        if (target.IsArray)
        {
            return Array.CreateInstance(element, count);
        }
        var list = typeof(List<>).MakeGenericType(element);
        if (target.IsAssignableFrom(list))
        {
            return (IList)Activator.CreateInstance(list, count);
        }
        return !target.IsAbstract && typeof(IList).IsAssignableFrom(target) ? (IList)Activator.CreateInstance(target) : null;
    }

    private static bool IsEnumerable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
