using Nethereum.Contracts.CQS;

namespace Nethereum.Contracts;

/// <summary>The creation of a contract; the constructor's arguments are the properties with parameter attributes.</summary>
public class ContractDeploymentMessage : ContractMessageBase
{
    public ContractDeploymentMessage(string byteCode) => ByteCode = byteCode;

    /// <summary>The creation code as hex, without arguments.</summary>
    public string ByteCode { get; set; }
}
