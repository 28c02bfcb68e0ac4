using Nethereum.RPC.Eth;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Exceptions;
using Nethereum.RPC.Eth.Transactions;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.RPC.TransactionReceipts;

/// <summary>Asks the node for the receipt again and again.</summary>
public class TransactionReceiptPollingService : ITransactionReceiptService
{
    private const string NoCode = "0x";
    private const int CodeRetries = 10;

    private readonly ITransactionManager _transactionManager;
    private int _retryMilliseconds;

    public TransactionReceiptPollingService(ITransactionManager transactionManager, int retryMilliseconds = 100)
    {
        _transactionManager = transactionManager;
        _retryMilliseconds = retryMilliseconds;
    }

    public int GetPollingRetryIntervalInMilliseconds() => _retryMilliseconds;

    public void SetPollingRetryIntervalInMilliseconds(int retryMilliseconds) => _retryMilliseconds = retryMilliseconds;

    public Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(TransactionInput transactionInput, CancellationToken cancellationToken = default) =>
        SendRequestAndWaitForReceiptAsync(() => _transactionManager.SendTransactionAsync(transactionInput), cancellationToken);

    public Task<List<TransactionReceipt>> SendRequestsAndWaitForReceiptAsync(
        IEnumerable<TransactionInput> transactionInputs,
        CancellationToken cancellationToken = default) =>
        SendRequestsAndWaitForReceiptAsync(
            transactionInputs.Select(input => (Func<Task<string>>)(() => _transactionManager.SendTransactionAsync(input))),
            cancellationToken);

    public async Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(Func<Task<string>> transactionFunction, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var hash = await transactionFunction().ConfigureAwait(false);
        return await PollForReceiptAsync(hash, cancellationToken).ConfigureAwait(false);
    }

    public async Task<List<TransactionReceipt>> SendRequestsAndWaitForReceiptAsync(
        IEnumerable<Func<Task<string>>> transactionFunctions,
        CancellationToken cancellationToken = default)
    {
        var hashes = new List<string>();
        foreach (var send in transactionFunctions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hashes.Add(await send().ConfigureAwait(false));
        }
        var receipts = new List<TransactionReceipt>();
        foreach (var hash in hashes)
        {
            receipts.Add(await PollForReceiptAsync(hash, cancellationToken).ConfigureAwait(false));
        }
        return receipts;
    }

    public async Task<TransactionReceipt> PollForReceiptAsync(string transaction, CancellationToken cancellationToken = default)
    {
        var getReceipt = new EthGetTransactionReceipt(_transactionManager.Client);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await getReceipt.SendRequestAsync(transaction).ConfigureAwait(false) is { } receipt)
            {
                return receipt;
            }
            await Task.Delay(_retryMilliseconds, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Func<Task<string>> deployFunction, CancellationToken cancellationToken = default)
    {
        var receipt = await SendRequestAndWaitForReceiptAsync(deployFunction, cancellationToken).ConfigureAwait(false);
        return await ValidateDeploymentTransactionReceipt(receipt).ConfigureAwait(false);
    }

    public Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(TransactionInput transactionInput, CancellationToken cancellationToken = default) =>
        DeployContractAndWaitForReceiptAsync(() => _transactionManager.SendTransactionAsync(transactionInput), cancellationToken);

    public async Task<string> DeployContractAndGetAddressAsync(Func<Task<string>> deployFunction, CancellationToken cancellationToken = default) =>
        (await DeployContractAndWaitForReceiptAsync(deployFunction, cancellationToken).ConfigureAwait(false)).ContractAddress;

    public async Task<TransactionReceipt> ValidateDeploymentTransactionReceipt(TransactionReceipt transactionReceipt)
    {
        // A failed deployment stays without code; a load balancer's other node may only be a moment behind.
        var retries = transactionReceipt.Failed() ? 0 : CodeRetries;
        var getCode = new EthGetCode(_transactionManager.Client);
        for (var retry = 0; ; retry++)
        {
            var code = await getCode.SendRequestAsync(transactionReceipt.ContractAddress).ConfigureAwait(false);
            if (code is not (null or NoCode))
            {
                return transactionReceipt;
            }
            if (retry >= retries)
            {
                throw new ContractDeploymentException("Contract code not deployed successfully", transactionReceipt);
            }
            await Task.Delay(_retryMilliseconds).ConfigureAwait(false);
        }
    }
}
