using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts.ContractHandlers;
using Nethereum.Contracts.CQS;
using Nethereum.RPC;

namespace Nethereum.Contracts.Services;

/// <summary>The eth_ requests, and contracts.</summary>
public interface IEthApiContractService : IEthApiService
{
    Event<TEventType> GetEvent<TEventType>()
        where TEventType : IEventDTO, new();

    Event<TEventType> GetEvent<TEventType>(string contractAddress)
        where TEventType : IEventDTO, new();

    IContractDeploymentTransactionHandler<TContractDeploymentMessage> GetContractDeploymentHandler<TContractDeploymentMessage>()
        where TContractDeploymentMessage : ContractDeploymentMessage, new();

    ContractHandler GetContractHandler(string contractAddress);

    IContractQueryHandler<TContractFunctionMessage> GetContractQueryHandler<TContractFunctionMessage>()
        where TContractFunctionMessage : FunctionMessage, new();

    IContractTransactionHandler<TContractFunctionMessage> GetContractTransactionHandler<TContractFunctionMessage>()
        where TContractFunctionMessage : FunctionMessage, new();
}
