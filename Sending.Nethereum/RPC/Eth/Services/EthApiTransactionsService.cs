using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Transactions;

namespace Nethereum.RPC.Eth.Services;

internal sealed class EthApiTransactionsService(IClient client) : IEthApiTransactionsService
{
    public IEthCall Call { get; } = new EthCall(client);

    public IEthEstimateGas EstimateGas { get; } = new EthEstimateGas(client);

    public IEthGetTransactionByHash GetTransactionByHash { get; } = new EthGetTransactionByHash(client);

    public IEthGetTransactionCount GetTransactionCount { get; } = new EthGetTransactionCount(client);

    public IEthGetTransactionReceipt GetTransactionReceipt { get; } = new EthGetTransactionReceipt(client);

    public IEthSendRawTransaction SendRawTransaction { get; } = new EthSendRawTransaction(client);

    public IEthSendTransaction SendTransaction { get; } = new EthSendTransaction(client);

    public void SetDefaultBlock(BlockParameter blockParameter)
    {
        Call.DefaultBlock = blockParameter;
        GetTransactionCount.DefaultBlock = blockParameter;
    }
}
