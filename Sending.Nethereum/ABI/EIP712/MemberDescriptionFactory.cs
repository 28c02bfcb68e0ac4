namespace Nethereum.ABI.EIP712;

/// <summary>Makes the structs' descriptions from classes with <c>[Struct]</c> and <c>[Parameter]</c>.</summary>
public class MemberDescriptionFactory
{
    /// <summary>The structs of the classes, and those that they hold, by name.</summary>
    /// <exception cref="ArgumentException">A class has no <c>[Struct]</c>.</exception>
    public static Dictionary<string, MemberDescription[]> GetTypesMemberDescription(params Type[] types)
    {
        var descriptions = new Dictionary<string, MemberDescription[]>();
        foreach (var type in types)
        {
            AddMemberDescriptionFromTypeToDictionary(descriptions, type);
        }

        return descriptions;
    }

    /// <summary>Adds the struct of a class, and those that it holds.</summary>
    /// <exception cref="ArgumentException">A class has no <c>[Struct]</c>.</exception>
    public static void AddMemberDescriptionFromTypeToDictionary(Dictionary<string, MemberDescription[]> dictionary, Type type)
    {
        var members = StructReflection.MembersOf(type).ToArray();
        var description = members.Select(member => new MemberDescription
        {
            Name = member.Parameter.Name,
            Type = StructReflection.TypeNameOf(member.Property, member.Parameter),
        });
        if (!dictionary.TryAdd(StructReflection.NameOf(type), [.. description]))
        {
            return;
        }

        foreach (var (property, parameter) in members)
        {
            if (StructReflection.StructClassOf(property, parameter) is { } structClass)
            {
                AddMemberDescriptionFromTypeToDictionary(dictionary, structClass);
            }
        }
    }
}
