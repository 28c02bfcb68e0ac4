using System.Reflection;

namespace Nethereum.ABI;

/// <summary>A property by reflection on each call.</summary>
internal sealed class ReflectedMember(PropertyInfo property) : MessageMember
{
    public override Type Type => property.PropertyType;

    public override object Get(object message) => property.GetValue(message, BindingFlags.DoNotWrapExceptions, null, null, null);

    public override void Set(object message, object value)
    {
        if (!property.CanWrite)
        {
            throw NotWritable(property);
        }

        property.SetValue(message, value, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}
