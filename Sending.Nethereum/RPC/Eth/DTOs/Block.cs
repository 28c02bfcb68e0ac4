using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>A block.</summary>
public class Block
{
    [JsonProperty("number")]
    public HexBigInteger Number { get; set; }

    [JsonProperty("hash")]
    public string BlockHash { get; set; }

    [JsonProperty("author")]
    public string Author { get; set; }

    [JsonProperty("sealFields")]
    public string[] SealFields { get; set; }

    [JsonProperty("parentHash")]
    public string ParentHash { get; set; }

    [JsonProperty("nonce")]
    public string Nonce { get; set; }

    [JsonProperty("sha3Uncles")]
    public string Sha3Uncles { get; set; }

    [JsonProperty("logsBloom")]
    public string LogsBloom { get; set; }

    [JsonProperty("transactionsRoot")]
    public string TransactionsRoot { get; set; }

    [JsonProperty("stateRoot")]
    public string StateRoot { get; set; }

    [JsonProperty("receiptsRoot")]
    public string ReceiptsRoot { get; set; }

    [JsonProperty("miner")]
    public string Miner { get; set; }

    [JsonProperty("difficulty")]
    public HexBigInteger Difficulty { get; set; }

    [JsonProperty("totalDifficulty")]
    public HexBigInteger TotalDifficulty { get; set; }

    [JsonProperty("mixHash")]
    public string MixHash { get; set; }

    [JsonProperty("extraData")]
    public string ExtraData { get; set; }

    [JsonProperty("size")]
    public HexBigInteger Size { get; set; }

    [JsonProperty("gasLimit")]
    public HexBigInteger GasLimit { get; set; }

    [JsonProperty("gasUsed")]
    public HexBigInteger GasUsed { get; set; }

    [JsonProperty("timestamp")]
    public HexBigInteger Timestamp { get; set; }

    [JsonProperty("uncles")]
    public string[] Uncles { get; set; }

    [JsonProperty("baseFeePerGas")]
    public HexBigInteger BaseFeePerGas { get; set; }

    [JsonProperty("withdrawalsRoot")]
    public HexBigInteger WithdrawalsRoot { get; set; }

    [JsonProperty("withdrawals")]
    public Withdrawal[] Withdrawals { get; set; }

    [JsonProperty("blobGasUsed")]
    public HexBigInteger BlobGasUsed { get; set; }

    [JsonProperty("excessBlobGas")]
    public HexBigInteger ExcessBlobGas { get; set; }

    [JsonProperty("parentBeaconBlockRoot")]
    public string ParentBeaconBlockRoot { get; set; }

    [JsonProperty("requestsHash")]
    public string RequestsHash { get; set; }
}
