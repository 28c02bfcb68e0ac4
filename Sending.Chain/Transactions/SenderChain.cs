using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>An account as the chain sees it.</summary>
/// <param name="Head">The newest block.</param>
/// <param name="Count">Transactions of the account that are mined: the lowest nonce that is free.</param>
internal sealed record SenderView(ChainHead Head, long Count);

/// <summary>What the outbox asks the chain about one account.</summary>
internal sealed class SenderChain(ChainConnection connection, string sender)
{
    public async Task<SenderView> LookAsync(CancellationToken cancellationToken)
    {
        var head = connection.GetHeadAsync(cancellationToken);
        var count = CountAsync(BlockParameter.CreateLatest(), cancellationToken);
        await Task.WhenAll(head, count);
        return new SenderView(await head, await count);
    }

    /// <summary>Like <see cref="SenderView.Count"/>, with what waits in the node's pool.</summary>
    public Task<long> CountPendingAsync(CancellationToken cancellationToken) => CountAsync(BlockParameter.CreatePending(), cancellationToken);

    public Task<long> CountAtAsync(long block, CancellationToken cancellationToken) => CountAsync(Number(block), cancellationToken);

    public async Task<BigInteger> BalanceAsync(CancellationToken cancellationToken)
        => (await connection.Web3.Eth.GetBalance.SendRequestAsync(sender).WaitAsync(cancellationToken)).Value;

    /// <summary>Height of the newest block that is deep enough.</summary>
    public async Task<long> FinalHeightAsync(Finality finality, ChainHead head, CancellationToken cancellationToken)
    {
        if (finality == Finality.Latest)
        {
            return head.Number;
        }

        var block = await connection.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(finality.ToBlockParameter()).WaitAsync(cancellationToken);
        return block?.Number is { } number ? (long)number.Value : -1;
    }

    /// <summary>A block with the hashes of its transactions; null when the node does not have it.</summary>
    public async Task<BlockWithTransactionHashes?> FindBlockAsync(long number, CancellationToken cancellationToken)
        => await connection.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(Number(number)).WaitAsync(cancellationToken);

    public async Task<TransactionReceipt?> FindReceiptAsync(string hash, CancellationToken cancellationToken)
        => await connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash).WaitAsync(cancellationToken) is { BlockHash: not null } receipt ? receipt : null;

    /// <summary>Whether the node has a transaction, in its pool or in a block.</summary>
    public async Task<bool> KnowsAsync(string hash, CancellationToken cancellationToken)
        => await connection.Web3.Eth.Transactions.GetTransactionByHash.SendRequestAsync(hash).WaitAsync(cancellationToken) is not null;

    /// <summary>Hands signed bytes to the node.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.NodeUnreachable"/>: whether it has them is unknown.</exception>
    /// <exception cref="RpcResponseException">It says no.</exception>
    public Task HandOverAsync(string raw, CancellationToken cancellationToken)
        => connection.Web3.Eth.Transactions.SendRawTransaction.SendRequestAsync(raw).WaitAsync(cancellationToken);

    private async Task<long> CountAsync(BlockParameter block, CancellationToken cancellationToken)
        => (long)(await connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(sender, block).WaitAsync(cancellationToken)).Value;

    private static BlockParameter Number(long number) => new(new HexBigInteger(number));
}
