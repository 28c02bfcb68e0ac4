using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Exceptions;

/// <summary>A deployment was mined, but there is no code at the contract's address.</summary>
public class ContractDeploymentException : Exception
{
    public ContractDeploymentException(string message, TransactionReceipt transactionReceipt)
        : base(message) => TransactionReceipt = transactionReceipt;

    public TransactionReceipt TransactionReceipt { get; set; }
}
