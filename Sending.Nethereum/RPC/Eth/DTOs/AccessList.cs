using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>An entry of an access list (EIP-2930).</summary>
public class AccessList
{
    [JsonProperty("address")]
    public string Address { get; set; }

    [JsonProperty("storageKeys")]
    public List<string> StorageKeys { get; set; }
}
