using Nethereum.Contracts.CQS;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.Contracts.ContractHandlers;

/// <inheritdoc cref="IContractDeploymentTransactionHandler{TContractDeploymentMessage}"/>
public class ContractDeploymentTransactionHandler<TContractDeploymentMessage>
    : ContractTransactionHandlerBase, IContractDeploymentTransactionHandler<TContractDeploymentMessage>
    where TContractDeploymentMessage : ContractDeploymentMessage, new()
{
    public ContractDeploymentTransactionHandler(ITransactionManager transactionManager)
        : base(transactionManager)
    {
    }

    public async Task<string> SignTransactionAsync(TContractDeploymentMessage contractDeploymentMessage)
    {
        var transaction = await CreateTransactionInputEstimatingGasAsync(contractDeploymentMessage).ConfigureAwait(false);
        return await TransactionManager.SignTransactionAsync(transaction).ConfigureAwait(false);
    }

    public Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(
        TContractDeploymentMessage contractDeploymentMessage = null,
        CancellationTokenSource tokenSource = null) =>
        SendRequestAndWaitForReceiptAsync(contractDeploymentMessage, tokenSource?.Token ?? CancellationToken.None);

    public Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(TContractDeploymentMessage contractDeploymentMessage, CancellationToken cancellationToken) =>
        TransactionManager.TransactionReceiptService.DeployContractAndWaitForReceiptAsync(() => SendRequestAsync(contractDeploymentMessage), cancellationToken);

    public async Task<string> SendRequestAsync(TContractDeploymentMessage contractDeploymentMessage = null)
    {
        var transaction = await CreateTransactionInputEstimatingGasAsync(contractDeploymentMessage).ConfigureAwait(false);
        return await TransactionManager.SendTransactionAsync(transaction).ConfigureAwait(false);
    }

    public Task<HexBigInteger> EstimateGasAsync(TContractDeploymentMessage contractDeploymentMessage) =>
        EstimateGasAsync(Prepare(contractDeploymentMessage).CreateCallInput());

    public Task<TransactionInput> CreateTransactionInputEstimatingGasAsync(TContractDeploymentMessage deploymentMessage = null)
    {
        deploymentMessage = Prepare(deploymentMessage);
        return WithGasAsync(deploymentMessage.CreateTransactionInput(), deploymentMessage.CreateCallInput());
    }
}
