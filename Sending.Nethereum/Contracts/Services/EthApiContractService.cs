using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts.ContractHandlers;
using Nethereum.Contracts.CQS;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.Contracts.Services;

/// <inheritdoc cref="IEthApiContractService"/>
public class EthApiContractService : EthApiService, IEthApiContractService
{
    public EthApiContractService(IClient client)
        : base(client)
    {
    }

    public EthApiContractService(IClient client, ITransactionManager transactionManager)
        : base(client, transactionManager)
    {
    }

    public Event<TEventType> GetEvent<TEventType>()
        where TEventType : IEventDTO, new() => new(Client);

    public Event<TEventType> GetEvent<TEventType>(string contractAddress)
        where TEventType : IEventDTO, new() => new(Client, contractAddress);

    public ContractHandler GetContractHandler(string contractAddress) => new(contractAddress, this, TransactionManager?.Account?.Address);

    public IContractDeploymentTransactionHandler<TContractDeploymentMessage> GetContractDeploymentHandler<TContractDeploymentMessage>()
        where TContractDeploymentMessage : ContractDeploymentMessage, new() =>
        new ContractDeploymentTransactionHandler<TContractDeploymentMessage>(TransactionManager);

    public IContractTransactionHandler<TContractFunctionMessage> GetContractTransactionHandler<TContractFunctionMessage>()
        where TContractFunctionMessage : FunctionMessage, new() => new ContractTransactionHandler<TContractFunctionMessage>(TransactionManager);

    public IContractQueryHandler<TContractFunctionMessage> GetContractQueryHandler<TContractFunctionMessage>()
        where TContractFunctionMessage : FunctionMessage, new() =>
        new ContractQueryHandler<TContractFunctionMessage>(Transactions.Call, TransactionManager?.Account?.Address, DefaultBlock);
}
