using Nethereum.Contracts.CQS;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Accounts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.Contracts.ContractHandlers;

/// <summary>What calls and deployments by transaction share.</summary>
public abstract class ContractTransactionHandlerBase
{
    protected ContractTransactionHandlerBase(ITransactionManager transactionManager) => TransactionManager = transactionManager;

    protected IClient Client => TransactionManager.Client;

    protected IAccount Account => TransactionManager.Account;

    protected ITransactionManager TransactionManager { get; }

    public virtual string GetAccountAddressFrom() => Account?.Address;

    private protected Task<HexBigInteger> EstimateGasAsync(CallInput input) =>
        ContractRevertExceptionHandler.ExplainRevertsAsync(() => TransactionManager.EstimateGasAsync(input));

    // Estimated here and not when it is sent, so that what the contract objects to is explained.
    private protected async Task<TransactionInput> WithGasAsync(TransactionInput transaction, CallInput call)
    {
        if (transaction.Gas is null && TransactionManager.EstimateOrSetDefaultGasIfNotSet)
        {
            transaction.Gas = await EstimateGasAsync(call).ConfigureAwait(false);
        }
        return transaction;
    }

    private protected TMessage Prepare<TMessage>(TMessage message)
        where TMessage : ContractMessageBase, new()
    {
        message ??= new TMessage();
        message.SetDefaultFromAddressIfNotSet(GetAccountAddressFrom());
        return message;
    }
}
