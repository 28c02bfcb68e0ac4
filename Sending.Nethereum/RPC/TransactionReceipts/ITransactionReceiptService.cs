using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Exceptions;

namespace Nethereum.RPC.TransactionReceipts;

/// <summary>Sends transactions and waits until they are mined. A receipt may tell of failure: look at its status.</summary>
public interface ITransactionReceiptService
{
    Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(Func<Task<string>> transactionFunction, CancellationToken cancellationToken = default);

    /// <exception cref="ContractDeploymentException">There is no code at the contract's address.</exception>
    Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Func<Task<string>> deployFunction, CancellationToken cancellationToken = default);

    /// <exception cref="ContractDeploymentException">There is no code at the contract's address.</exception>
    Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(TransactionInput transactionInput, CancellationToken cancellationToken = default);

    /// <exception cref="ContractDeploymentException">There is no code at the contract's address.</exception>
    Task<string> DeployContractAndGetAddressAsync(Func<Task<string>> deployFunction, CancellationToken cancellationToken = default);

    Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(TransactionInput transactionInput, CancellationToken cancellationToken = default);

    Task<List<TransactionReceipt>> SendRequestsAndWaitForReceiptAsync(IEnumerable<TransactionInput> transactionInputs, CancellationToken cancellationToken = default);

    Task<List<TransactionReceipt>> SendRequestsAndWaitForReceiptAsync(
        IEnumerable<Func<Task<string>>> transactionFunctions,
        CancellationToken cancellationToken = default);

    /// <summary>Waits for the receipt of a transaction that is out, as long as it takes.</summary>
    Task<TransactionReceipt> PollForReceiptAsync(string transaction, CancellationToken cancellationToken = default);

    int GetPollingRetryIntervalInMilliseconds();

    void SetPollingRetryIntervalInMilliseconds(int retryMilliseconds);

    /// <exception cref="ContractDeploymentException">There is no code at the contract's address.</exception>
    Task<TransactionReceipt> ValidateDeploymentTransactionReceipt(TransactionReceipt transactionReceipt);
}
