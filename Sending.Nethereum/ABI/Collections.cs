using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Nethereum.ABI;

/// <summary>Arrays of the ABI as lists and arrays of .NET.</summary>
internal static class Collections
{
    private static readonly ConcurrentDictionary<Type, Type> ElementTypes = new();
    private static readonly ConcurrentDictionary<Type, Func<int, IList>> Factories = new();
    private static readonly MethodInfo NewListMethod = typeof(Collections).GetMethod(nameof(NewList), BindingFlags.NonPublic | BindingFlags.Static);

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

    /// <summary>An empty collection of this size to put decoded elements in: an array, or a list. Null when the type is neither.</summary>
    public static IList Create(Type target, int count) => Factories.GetOrAdd(target, static type => FactoryOf(type))?.Invoke(count);

    private static Func<int, IList> FactoryOf(Type target)
    {
        if (target == typeof(object))
        {
            return count => new List<object>(count);
        }

        if (ElementType(target) is not { } element)
        {
            return null;
        }

        if (target.IsArray)
        {
            return count => Array.CreateInstance(element, count);
        }

        var list = typeof(List<>).MakeGenericType(element);
        if (target.IsAssignableFrom(list))
        {
            return RuntimeFeature.IsDynamicCodeSupported
                ? NewListMethod.MakeGenericMethod(element).CreateDelegate<Func<int, IList>>()
                : count => (IList)Activator.CreateInstance(list, count);
        }

        return !target.IsAbstract && typeof(IList).IsAssignableFrom(target) ? _ => (IList)Activator.CreateInstance(target) : null;
    }

    private static IList NewList<T>(int count) => new List<T>(count);

    private static bool IsEnumerable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
