namespace Nethereum.ABI.FunctionEncoding;

/// <summary>A contract reverted with a reason text, <c>Error(string)</c>.</summary>
public class SmartContractRevertException : Exception
{
    public SmartContractRevertException(string message, string encodedData, Exception innerException = null)
        : base("Smart contract error: " + message, innerException)
    {
        RevertMessage = message;
        EncodedData = encodedData;
    }

    /// <summary>The contract's reason.</summary>
    public string RevertMessage { get; set; }

    /// <summary>What the contract returned, as hex.</summary>
    public string EncodedData { get; set; }
}
