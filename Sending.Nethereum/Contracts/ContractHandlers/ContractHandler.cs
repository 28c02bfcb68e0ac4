using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts.CQS;
using Nethereum.Contracts.Services;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts.ContractHandlers;

/// <summary>Everything that can be asked of the contract at one address.</summary>
public class ContractHandler
{
    public ContractHandler(string contractAddress, IEthApiContractService ethApiContractService, string addressFrom = null)
    {
        ContractAddress = contractAddress;
        EthApiContractService = ethApiContractService;
        AddressFrom = addressFrom;
    }

    /// <summary>The sender of messages that name none; null for the account's.</summary>
    public string AddressFrom { get; protected set; }

    public string ContractAddress { get; }

    public IEthApiContractService EthApiContractService { get; protected set; }

    public Event<TEventType> GetEvent<TEventType>()
        where TEventType : IEventDTO, new() => EthApiContractService.GetEvent<TEventType>(ContractAddress);

    public virtual Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync<TEthereumContractFunctionMessage>(
        TEthereumContractFunctionMessage transactionMessage = null,
        CancellationTokenSource tokenSource = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        SendRequestAndWaitForReceiptAsync(transactionMessage, tokenSource?.Token ?? CancellationToken.None);

    public virtual Task<TransactionReceipt> SendRequestAndWaitForReceiptAsync<TEthereumContractFunctionMessage>(
        TEthereumContractFunctionMessage transactionMessage,
        CancellationToken cancellationToken)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        Transactions<TEthereumContractFunctionMessage>().SendRequestAndWaitForReceiptAsync(ContractAddress, Prepare(transactionMessage), cancellationToken);

    public virtual Task<string> SendRequestAsync<TEthereumContractFunctionMessage>(TEthereumContractFunctionMessage transactionMessage = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        Transactions<TEthereumContractFunctionMessage>().SendRequestAsync(ContractAddress, Prepare(transactionMessage));

    public virtual Task<string> SignTransactionAsync<TEthereumContractFunctionMessage>(TEthereumContractFunctionMessage transactionMessage = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        Transactions<TEthereumContractFunctionMessage>().SignTransactionAsync(ContractAddress, Prepare(transactionMessage));

    public virtual Task<HexBigInteger> EstimateGasAsync<TEthereumContractFunctionMessage>(TEthereumContractFunctionMessage transactionMessage = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        Transactions<TEthereumContractFunctionMessage>().EstimateGasAsync(ContractAddress, Prepare(transactionMessage));

    public virtual Task<TEthereumFunctionReturn> QueryDeserializingToObjectAsync<TEthereumContractFunctionMessage, TEthereumFunctionReturn>(
        TEthereumContractFunctionMessage ethereumContractFunctionMessage = null,
        BlockParameter blockParameter = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new()
        where TEthereumFunctionReturn : IFunctionOutputDTO, new() =>
        Queries<TEthereumContractFunctionMessage>()
            .QueryDeserializingToObjectAsync<TEthereumFunctionReturn>(Prepare(ethereumContractFunctionMessage), ContractAddress, blockParameter);

    public virtual Task<TReturn> QueryAsync<TEthereumContractFunctionMessage, TReturn>(
        TEthereumContractFunctionMessage ethereumContractFunctionMessage = null,
        BlockParameter blockParameter = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        Queries<TEthereumContractFunctionMessage>().QueryAsync<TReturn>(ContractAddress, Prepare(ethereumContractFunctionMessage), blockParameter);

    public virtual Task<byte[]> QueryRawAsync<TEthereumContractFunctionMessage>(
        TEthereumContractFunctionMessage ethereumContractFunctionMessage = null,
        BlockParameter blockParameter = null)
        where TEthereumContractFunctionMessage : FunctionMessage, new() =>
        Queries<TEthereumContractFunctionMessage>().QueryRawAsBytesAsync(ContractAddress, Prepare(ethereumContractFunctionMessage), blockParameter);

    protected void SetAddressFrom(ContractMessageBase contractMessage) => contractMessage.SetDefaultFromAddressIfNotSet(AddressFrom);

    private TMessage Prepare<TMessage>(TMessage message)
        where TMessage : FunctionMessage, new()
    {
        message ??= new TMessage();
        SetAddressFrom(message);
        return message;
    }

    private IContractTransactionHandler<TMessage> Transactions<TMessage>()
        where TMessage : FunctionMessage, new() => EthApiContractService.GetContractTransactionHandler<TMessage>();

    private IContractQueryHandler<TMessage> Queries<TMessage>()
        where TMessage : FunctionMessage, new() => EthApiContractService.GetContractQueryHandler<TMessage>();
}
