using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>A transaction to sign and send. Amounts are in wei; data is hex.</summary>
public class TransactionInput : CallInput
{
    public TransactionInput()
    {
    }

    public TransactionInput(string data, string addressTo)
        : base(data, addressTo)
    {
    }

    public TransactionInput(string data, string addressTo, HexBigInteger value)
        : base(data, addressTo, value)
    {
    }

    public TransactionInput(string data, string addressTo, string addressFrom, HexBigInteger gas, HexBigInteger value)
        : base(data, addressTo, addressFrom, gas, value)
    {
    }

    /// <summary>The creation of a contract.</summary>
    public TransactionInput(string data, string addressFrom, HexBigInteger gas, HexBigInteger value)
        : base(data, addressFrom, gas, value)
    {
    }

    public TransactionInput(string data, string addressTo, string addressFrom, HexBigInteger gas, HexBigInteger gasPrice, HexBigInteger value)
        : base(data, addressTo, addressFrom, gas, gasPrice, value)
    {
    }

    /// <summary>The creation of a contract.</summary>
    public TransactionInput(string data, HexBigInteger gas, string addressFrom)
        : base(data, gas, addressFrom)
    {
    }

    public TransactionInput(
        HexBigInteger type,
        string data,
        string addressTo,
        string addressFrom,
        HexBigInteger gas,
        HexBigInteger value,
        HexBigInteger maxFeePerGas,
        HexBigInteger maxPriorityFeePerGas)
        : base(data, addressTo, addressFrom, gas, value, type, maxFeePerGas, maxPriorityFeePerGas)
    {
    }

    [JsonProperty("nonce")]
    public HexBigInteger Nonce { get; set; }

    [JsonProperty("accessList")]
    public List<AccessList> AccessList { get; set; }

    [JsonProperty("authorizationList")]
    public List<Authorisation> AuthorisationList { get; set; }

    [JsonProperty("maxFeePerBlobGas")]
    public HexBigInteger MaxFeePerBlobGas { get; set; }

    [JsonProperty("blobVersionedHashes")]
    public List<string> BlobVersionedHashes { get; set; }
}
