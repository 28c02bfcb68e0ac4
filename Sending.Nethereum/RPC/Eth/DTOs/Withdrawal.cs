using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>A withdrawal from the beacon chain (EIP-4895).</summary>
public class Withdrawal
{
    [JsonProperty("index")]
    public HexBigInteger Index { get; set; }

    [JsonProperty("validatorIndex")]
    public HexBigInteger ValidatorIndex { get; set; }

    [JsonProperty("address")]
    public string Address { get; set; }

    [JsonProperty("amount")]
    public HexBigInteger Amount { get; set; }
}
