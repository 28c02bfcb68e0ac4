using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>A block with its transactions.</summary>
public class BlockWithTransactions : Block
{
    [JsonProperty("transactions")]
    public Transaction[] Transactions { get; set; }
}
