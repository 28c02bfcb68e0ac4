using Newtonsoft.Json;

namespace Nethereum.ABI.EIP712;

/// <summary>Typed data (EIP-712): the structs' descriptions, the domain's values and the message's. Values stand in their struct's order.</summary>
[JsonObject(MemberSerialization.OptIn)]
public class TypedDataRaw
{
    [JsonProperty("types")]
    public IDictionary<string, MemberDescription[]> Types { get; set; }

    /// <summary>The message's struct.</summary>
    [JsonProperty("primaryType")]
    public string PrimaryType { get; set; }

    public MemberValue[] Message { get; set; }

    public MemberValue[] DomainRawValues { get; set; }
}
