using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>A call that a node carries out without a transaction. Amounts are in wei; data is hex.</summary>
public class CallInput
{
    public CallInput()
    {
    }

    public CallInput(string data, string addressTo)
    {
        Data = data?.EnsureHexPrefix();
        To = addressTo;
    }

    public CallInput(string data, string addressTo, HexBigInteger value)
        : this(data, addressTo) => Value = value;

    public CallInput(string data, string addressTo, string addressFrom, HexBigInteger gas, HexBigInteger value)
        : this(data, addressTo, value)
    {
        From = addressFrom;
        Gas = gas;
    }

    public CallInput(string data, string addressTo, string addressFrom, HexBigInteger gas, HexBigInteger gasPrice, HexBigInteger value)
        : this(data, addressTo, addressFrom, gas, value) => GasPrice = gasPrice;

    public CallInput(
        string data,
        string addressTo,
        string addressFrom,
        HexBigInteger gas,
        HexBigInteger value,
        HexBigInteger type,
        HexBigInteger maxFeePerGas,
        HexBigInteger maxPriorityFeePerGas)
        : this(data, addressTo, addressFrom, gas, value)
    {
        Type = type;
        MaxFeePerGas = maxFeePerGas;
        MaxPriorityFeePerGas = maxPriorityFeePerGas;
    }

    /// <summary>The creation of a contract.</summary>
    public CallInput(string data, string addressFrom, HexBigInteger gas, HexBigInteger value)
        : this(data, null, addressFrom, gas, value)
    {
    }

    /// <summary>The creation of a contract.</summary>
    public CallInput(string data, HexBigInteger gas, string addressFrom)
        : this(data, null, addressFrom, gas, null)
    {
    }

    [JsonProperty("from")]
    public string From { get; set; }

    /// <summary>Null to create a contract.</summary>
    [JsonProperty("to")]
    public string To { get; set; }

    [JsonProperty("gas")]
    public HexBigInteger Gas { get; set; }

    [JsonProperty("gasPrice")]
    public HexBigInteger GasPrice { get; set; }

    [JsonProperty("value")]
    public HexBigInteger Value { get; set; }

    [JsonProperty("data")]
    public string Data { get; set; }

    [JsonProperty("maxFeePerGas")]
    public HexBigInteger MaxFeePerGas { get; set; }

    [JsonProperty("maxPriorityFeePerGas")]
    public HexBigInteger MaxPriorityFeePerGas { get; set; }

    [JsonProperty("type")]
    public HexBigInteger Type { get; set; }

    [JsonProperty("chainId")]
    public HexBigInteger ChainId { get; set; }
}
