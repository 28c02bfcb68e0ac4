using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>What a mined transaction did.</summary>
public class TransactionReceipt
{
    [JsonProperty("transactionHash")]
    public string TransactionHash { get; set; }

    [JsonProperty("transactionIndex")]
    public HexBigInteger TransactionIndex { get; set; }

    [JsonProperty("blockHash")]
    public string BlockHash { get; set; }

    [JsonProperty("blockNumber")]
    public HexBigInteger BlockNumber { get; set; }

    [JsonProperty("from")]
    public string From { get; set; }

    [JsonProperty("to")]
    public string To { get; set; }

    /// <summary>Gas used by the block up to and with this transaction.</summary>
    [JsonProperty("cumulativeGasUsed")]
    public HexBigInteger CumulativeGasUsed { get; set; }

    [JsonProperty("gasUsed")]
    public HexBigInteger GasUsed { get; set; }

    /// <summary>Wei paid for each unit of gas.</summary>
    [JsonProperty("effectiveGasPrice")]
    public HexBigInteger EffectiveGasPrice { get; set; }

    /// <summary>The contract that the transaction created, as the node writes it; null when it created none.</summary>
    [JsonProperty("contractAddress")]
    public string ContractAddress { get; set; }

    /// <summary>1 when it succeeded, 0 when it reverted; null before Byzantium.</summary>
    [JsonProperty("status")]
    public HexBigInteger Status { get; set; }

    [JsonProperty("logs")]
    public FilterLog[] Logs { get; set; }

    [JsonProperty("type")]
    public HexBigInteger Type { get; set; }

    [JsonProperty("logsBloom")]
    public string LogsBloom { get; set; }

    [JsonProperty("root")]
    public string Root { get; set; }

    [JsonProperty("revertReason")]
    public string RevertReason { get; set; }

    [JsonProperty("blobGasUsed")]
    public HexBigInteger BlobGasUsed { get; set; }

    [JsonProperty("blobGasPrice")]
    public HexBigInteger BlobGasPrice { get; set; }

    /// <summary>Whether it reverted; null when the receipt does not say.</summary>
    public bool? HasErrors() => Status is null ? null : Status.Value.IsZero;
}
