using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts.CQS;

/// <summary>Deploys contracts by a message.</summary>
public interface IContractDeploymentTransactionHandler<TContractDeploymentMessage>
    where TContractDeploymentMessage : ContractDeploymentMessage, new()
{
    Task<TransactionInput> CreateTransactionInputEstimatingGasAsync(TContractDeploymentMessage deploymentMessage = null);

    Task<HexBigInteger> EstimateGasAsync(TContractDeploymentMessage contractDeploymentMessage);

    /// <exception cref="RPC.Eth.Exceptions.ContractDeploymentException">There is no code at the contract's address.</exception>
    Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(TContractDeploymentMessage contractDeploymentMessage = null, CancellationTokenSource tokenSource = null);

    /// <exception cref="RPC.Eth.Exceptions.ContractDeploymentException">There is no code at the contract's address.</exception>
    Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(TContractDeploymentMessage contractDeploymentMessage, CancellationToken cancellationToken);

    Task<string> SendRequestAsync(TContractDeploymentMessage contractDeploymentMessage = null);

    Task<string> SignTransactionAsync(TContractDeploymentMessage contractDeploymentMessage);
}
