using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts.ContractHandlers;

/// <summary>Calls a function by a transaction.</summary>
public interface IContractTransactionHandler<TContractMessage>
    where TContractMessage : FunctionMessage, new()
{
    Task<TransactionInput> CreateTransactionInputEstimatingGasAsync(string contractAddress, TContractMessage functionMessage = null);

    /// <exception cref="SmartContractCustomErrorRevertException">The contract would revert with a custom error.</exception>
    /// <exception cref="ABI.FunctionEncoding.SmartContractRevertException">The contract would revert with a reason.</exception>
    Task<HexBigInteger> EstimateGasAsync(string contractAddress, TContractMessage functionMessage = null);

    /// <summary>Sends and waits. The receipt may tell of failure: look at its status.</summary>
    Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(
        string contractAddress,
        TContractMessage functionMessage = null,
        CancellationTokenSource tokenSource = null);

    /// <inheritdoc cref="SendRequestAndWaitForReceiptAsync(string, TContractMessage, CancellationTokenSource)"/>
    Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync(string contractAddress, TContractMessage functionMessage, CancellationToken cancellationToken);

    /// <summary>Sends after estimating the gas, unless the message says it, and gives the transaction's hash.</summary>
    Task<string> SendRequestAsync(string contractAddress, TContractMessage functionMessage = null);

    /// <summary>Signs without sending. The nonce is taken all the same.</summary>
    Task<string> SignTransactionAsync(string contractAddress, TContractMessage functionMessage = null);
}
