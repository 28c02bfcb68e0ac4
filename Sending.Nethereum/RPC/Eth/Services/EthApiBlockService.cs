using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.Blocks;

namespace Nethereum.RPC.Eth.Services;

internal sealed class EthApiBlockService(IClient client) : IEthApiBlockService
{
    public IEthBlockNumber GetBlockNumber { get; } = new EthBlockNumber(client);

    public IEthGetBlockWithTransactionsByHash GetBlockWithTransactionsByHash { get; } = new EthGetBlockWithTransactionsByHash(client);

    public IEthGetBlockWithTransactionsByNumber GetBlockWithTransactionsByNumber { get; } = new EthGetBlockWithTransactionsByNumber(client);

    public IEthGetBlockWithTransactionsHashesByHash GetBlockWithTransactionsHashesByHash { get; } = new EthGetBlockWithTransactionsHashesByHash(client);

    public IEthGetBlockWithTransactionsHashesByNumber GetBlockWithTransactionsHashesByNumber { get; } = new EthGetBlockWithTransactionsHashesByNumber(client);
}
