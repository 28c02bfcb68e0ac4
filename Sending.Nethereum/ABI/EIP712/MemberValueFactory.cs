using System.Collections;

namespace Nethereum.ABI.EIP712;

/// <summary>Takes values from objects whose properties carry <c>[Parameter]</c>.</summary>
public class MemberValueFactory
{
    /// <summary>The values of the object's members in their order.</summary>
    public static MemberValue[] CreateFromMessage<T>(T message) => FromObject(message);

    private static MemberValue[] FromObject(object message) =>
    [
        .. StructReflection.MembersOf(message.GetType()).Select(member =>
        {
            var value = member.Property.GetValue(message);
            return new MemberValue
            {
                TypeName = StructReflection.TypeNameOf(member.Property, member.Parameter),
                Value = StructReflection.StructClassOf(member.Property, member.Parameter) is null ? value : Convert(value),
            };
        }),
    ];

    private static object Convert(object value) => value switch
    {
        null => null,
        IEnumerable elements => elements.Cast<object>().Select(Convert).ToArray(),
        _ => FromObject(value),
    };
}
