using Nethereum.ABI.FunctionEncoding;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;

namespace Nethereum.Contracts;

/// <summary>Function messages as calls and transactions, and back.</summary>
public static class FunctionMessageExtensions
{
    public static CallInput CreateCallInput<TContractMessage>(this TContractMessage contractMessage, string contractAddress)
        where TContractMessage : FunctionMessage => MessageInputs.CallOf(contractMessage, MessageInputs.DataOf(contractMessage), contractAddress);

    public static TransactionInput CreateTransactionInput<TContractMessage>(this TContractMessage contractMessage, string contractAddress)
        where TContractMessage : FunctionMessage => MessageInputs.TransactionOf(contractMessage, MessageInputs.DataOf(contractMessage), contractAddress);

    /// <summary>Reads the arguments of a call into the message.</summary>
    /// <exception cref="FormatException">The data calls another function, or is malformed.</exception>
    public static TContractMessage DecodeInput<TContractMessage>(this TContractMessage contractMessage, string data)
        where TContractMessage : FunctionMessage =>
        new FunctionCallDecoder().DecodeFunctionInput(contractMessage, ABITypedRegistry.GetFunctionABI(contractMessage.GetType()).Sha3Signature, data);

    public static bool IsTransactionForFunctionMessage<TContractMessage>(this Transaction transaction)
        where TContractMessage : FunctionMessage, new() =>
        new FunctionCallDecoder().IsDataForFunction(ABITypedRegistry.GetFunctionABI<TContractMessage>(), transaction.Input);

    /// <inheritdoc cref="DecodeTransaction"/>
    public static TContractMessage DecodeTransactionToFunctionMessage<TContractMessage>(this Transaction transaction)
        where TContractMessage : FunctionMessage, new() => new TContractMessage().DecodeTransaction(transaction);

    /// <summary>Reads the arguments of a call, and how it was sent, into the message.</summary>
    /// <exception cref="FormatException">The transaction calls another function, or is malformed.</exception>
    public static TContractMessage DecodeTransaction<TContractMessage>(this TContractMessage contractMessage, Transaction transaction)
        where TContractMessage : FunctionMessage
    {
        contractMessage.DecodeInput(transaction.Input);
        contractMessage.AmountToSend = transaction.Value?.Value ?? 0;
        contractMessage.FromAddress = transaction.From;
        contractMessage.Gas = transaction.Gas?.Value;
        contractMessage.GasPrice = transaction.GasPrice?.Value;
        contractMessage.MaxFeePerGas = transaction.MaxFeePerGas?.Value;
        contractMessage.MaxPriorityFeePerGas = transaction.MaxPriorityFeePerGas?.Value;
        contractMessage.Nonce = transaction.Nonce?.Value;
        contractMessage.TransactionType = transaction.Type is null ? null : (byte)transaction.Type.Value;
        contractMessage.AccessList = transaction.AccessList;
        contractMessage.AuthorisationList = transaction.AuthorisationList;
        return contractMessage;
    }

    /// <summary>The selector and the arguments.</summary>
    public static byte[] GetCallData<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : FunctionMessage => MessageInputs.BytesOf(contractMessage);

    public static byte[] GetCallDataHash<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : FunctionMessage => Sha3Keccack.Current.CalculateHash(contractMessage.GetCallData());
}
