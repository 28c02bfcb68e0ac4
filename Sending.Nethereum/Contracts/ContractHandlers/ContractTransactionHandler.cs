using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.Contracts.ContractHandlers;

/// <inheritdoc cref="IContractTransactionHandler{TContractMessage}"/>
public class ContractTransactionHandler<TContractMessage> : ContractTransactionHandlerBase, IContractTransactionHandler<TContractMessage>
    where TContractMessage : FunctionMessage, new()
{
    public ContractTransactionHandler(ITransactionManager transactionManager)
        : base(transactionManager)
    {
    }

    public async Task<string> SignTransactionAsync(string contractAddress, TContractMessage functionMessage = null)
    {
        var transaction = await CreateTransactionInputEstimatingGasAsync(contractAddress, functionMessage).ConfigureAwait(false);
        return await TransactionManager.SignTransactionAsync(transaction).ConfigureAwait(false);
    }

    public Task<TransactionReceipt> SendTransactionAndWaitForReceiptAsync(
        string contractAddress,
        TContractMessage functionMessage = null,
        CancellationTokenSource tokenSource = null) =>
        SendTransactionAndWaitForReceiptAsync(contractAddress, functionMessage, tokenSource?.Token ?? CancellationToken.None);

    public async Task<TransactionReceipt> SendTransactionAndWaitForReceiptAsync(
        string contractAddress,
        TContractMessage functionMessage,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transaction = await CreateTransactionInputEstimatingGasAsync(contractAddress, functionMessage).ConfigureAwait(false);
        return await TransactionManager.SendTransactionAndWaitForReceiptAsync(transaction, cancellationToken).ConfigureAwait(false);
    }

    public Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(string contractAddress, TContractMessage functionMessage, CancellationToken cancellationToken) =>
        SendTransactionAndWaitForReceiptAsync(contractAddress, functionMessage, cancellationToken);

    [Obsolete("Use SendTransactionAndWaitForReceiptAsync instead")]
    public Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(
        string contractAddress,
        TContractMessage functionMessage = null,
        CancellationTokenSource tokenSource = null) =>
        SendTransactionAndWaitForReceiptAsync(contractAddress, functionMessage, tokenSource);

    public async Task<string> SendTransactionAsync(string contractAddress, TContractMessage functionMessage = null)
    {
        var transaction = await CreateTransactionInputEstimatingGasAsync(contractAddress, functionMessage).ConfigureAwait(false);
        return await TransactionManager.SendTransactionAsync(transaction).ConfigureAwait(false);
    }

    [Obsolete("Use SendTransactionAsync instead")]
    public Task<string> SendRequestAsync(string contractAddress, TContractMessage functionMessage = null) => SendTransactionAsync(contractAddress, functionMessage);

    public Task<TransactionInput> CreateTransactionInputEstimatingGasAsync(string contractAddress, TContractMessage functionMessage = null)
    {
        functionMessage = Prepare(functionMessage);
        return WithGasAsync(functionMessage.CreateTransactionInput(contractAddress), functionMessage.CreateCallInput(contractAddress));
    }

    public Task<HexBigInteger> EstimateGasAsync(string contractAddress, TContractMessage functionMessage = null) =>
        EstimateGasAsync(Prepare(functionMessage).CreateCallInput(contractAddress));
}
