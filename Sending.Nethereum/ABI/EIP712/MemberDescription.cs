using Newtonsoft.Json;

namespace Nethereum.ABI.EIP712;

/// <summary>A member of a struct: its name and its type, which is Solidity's or the name of another struct, arrays included.</summary>
public class MemberDescription
{
    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }
}
