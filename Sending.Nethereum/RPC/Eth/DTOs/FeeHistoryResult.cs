using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>Base fees, used gas and priority fees of past blocks.</summary>
public class FeeHistoryResult
{
    [JsonProperty("oldestBlock")]
    public HexBigInteger OldestBlock { get; set; }

    [JsonProperty("baseFeePerGas")]
    public HexBigInteger[] BaseFeePerGas { get; set; }

    [JsonProperty("gasUsedRatio")]
    public decimal[] GasUsedRatio { get; set; }

    [JsonProperty("reward")]
    public HexBigInteger[][] Reward { get; set; }
}
