using System.Reflection;

namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Names the event that a class stands for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class EventAttribute : Attribute
{
    public EventAttribute(string name)
        : this(name, isAnonymous: false)
    {
    }

    public EventAttribute(string name, bool isAnonymous)
    {
        Name = name;
        IsAnonymous = isAnonymous;
    }

    public string Name { get; set; }

    /// <summary>An anonymous event's first topic is not its signature.</summary>
    public bool IsAnonymous { get; set; }

    public static EventAttribute GetAttribute<T>() => GetAttribute(typeof(T));

    public static EventAttribute GetAttribute(Type type) => type.GetCustomAttribute<EventAttribute>(inherit: true);

    public static EventAttribute GetAttribute(object instance) => GetAttribute(instance.GetType());

    public static bool IsEventType<T>() => GetAttribute<T>() is not null;

    public static bool IsEventType(Type type) => GetAttribute(type) is not null;

    public static bool IsEventType(object type) => GetAttribute(type) is not null;
}
