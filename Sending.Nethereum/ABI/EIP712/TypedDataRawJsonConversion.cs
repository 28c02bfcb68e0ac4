using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nethereum.ABI.EIP712;

/// <summary>Typed data from the JSON that <c>eth_signTypedData_v4</c> takes.</summary>
public static class TypedDataRawJsonConversion
{
    private const string DomainType = "EIP712Domain";

    // The order that EIP-712 gives; used when the JSON leaves the domain's description out.
    private static readonly MemberDescription[] s_domainMembers =
    [
        new() { Name = "name", Type = "string" },
        new() { Name = "version", Type = "string" },
        new() { Name = "chainId", Type = "uint256" },
        new() { Name = "verifyingContract", Type = "address" },
        new() { Name = "salt", Type = "bytes32" },
    ];

    /// <summary>Reads <c>types</c>, <c>primaryType</c>, <c>domain</c> and <c>message</c>.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">A part is missing, or a value does not fit its type.</exception>
    public static TypedDataRaw DeserialiseJsonToRawTypedData(string json) => Read(json, "message");

    internal static TypedDataRaw Read(string json, string messageKey)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var document = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        var types = ObjectAt(document, "types").ToObject<Dictionary<string, MemberDescription[]>>();
        if (types.Values.Any(members => members is null || Array.Exists(members, member => member?.Name is null || string.IsNullOrEmpty(member.Type))))
        {
            throw new FormatException("The typed data has in \"types\" a member without \"name\" or \"type\".");
        }

        var domain = ObjectAt(document, "domain");
        types.TryAdd(DomainType, [.. s_domainMembers.Where(member => domain.ContainsKey(member.Name))]);
        var primaryType = (document["primaryType"] as JValue)?.Value as string ?? throw new FormatException("The typed data has no \"primaryType\".");
        return new TypedDataRaw
        {
            Types = types,
            PrimaryType = primaryType,
            DomainRawValues = ReadStruct(types, DomainType, domain),
            Message = ReadStruct(types, primaryType, ObjectAt(document, messageKey)),
        };
    }

    private static JObject ObjectAt(JObject document, string key) =>
        document[key] as JObject ?? throw new FormatException($"The typed data has no object \"{key}\".");

    private static MemberValue[] ReadStruct(Dictionary<string, MemberDescription[]> types, string typeName, JToken token)
    {
        var members = types.GetValueOrDefault(typeName) ?? throw new FormatException($"The struct '{typeName}' is not described in the types.");
        var values = token as JObject ?? throw new FormatException($"A {typeName} is expected at {token.Path}.");
        return
        [
            .. members.Select(member => new MemberValue
            {
                TypeName = member.Type,
                Value = ReadValue(
                    types, member.Type, values[member.Name] ?? throw new FormatException($"'{member.Name}' is missing in {typeName}.")),
            }),
        ];
    }

    private static object ReadValue(Dictionary<string, MemberDescription[]> types, string type, JToken token)
    {
        if (type.EndsWith(']'))
        {
            var elements = token as JArray ?? throw new FormatException($"An array is expected at {token.Path}.");
            var elementType = StructHasher.ElementTypeOf(type);
            return elements.Select(element => ReadValue(types, elementType, element)).ToArray();
        }

        if (types.ContainsKey(type))
        {
            return ReadStruct(types, type, token);
        }

        return token switch
        {
            JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Boolean } value => value.Value,
            _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No value of type {type} at {token.Path}.")),
        };
    }
}
