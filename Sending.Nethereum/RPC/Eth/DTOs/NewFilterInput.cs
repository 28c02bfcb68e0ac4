using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>Which logs to get.</summary>
public class NewFilterInput
{
    [JsonProperty("fromBlock")]
    public BlockParameter FromBlock { get; set; }

    [JsonProperty("toBlock")]
    public BlockParameter ToBlock { get; set; }

    [JsonProperty("address")]
    public string[] Address { get; set; }

    [JsonProperty("topics")]
    public object[] Topics { get; set; }
}
