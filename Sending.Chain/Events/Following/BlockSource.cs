using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Deployments;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events.Following;

/// <summary>Blocks and logs as a node tells them, each answer checked for what can be checked about it.</summary>
internal sealed class BlockSource(ChainConnection connection)
{
    private readonly Dictionary<string, string> _names = Followed(connection.Deployment.Contracts)
        .ToDictionary(contract => contract.Address, contract => contract.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The contracts that are followed. The token is not among them: its transfers are everybody's, and say nothing of the protocol's state.
    /// </summary>
    public static IEnumerable<(string Name, string Address)> Followed(ContractAddresses contracts)
        => contracts.All.Where(contract => contract.Name != nameof(ContractAddresses.SendToken));

    public RpcUrls Urls => connection.RpcUrls;

    public async Task<IndexedBlock> GetHeadAsync(CancellationToken cancellationToken)
        => await FindAsync(BlockParameter.CreateLatest(), cancellationToken) ?? throw new ContradictionException("It has no newest block.");

    /// <summary>The newest block of a finality; null when the chain has none yet.</summary>
    public Task<IndexedBlock?> FindFinalAsync(Finality finality, CancellationToken cancellationToken)
        => FindAsync(finality.ToBlockParameter(), cancellationToken);

    public async Task<IndexedBlock> GetAsync(long number, CancellationToken cancellationToken)
    {
        var block = await FindAsync(new BlockParameter(new HexBigInteger(number)), cancellationToken)
            ?? throw new ContradictionException($"It does not have block {number}, though its head is no older.");
        return block.Number == number ? block : throw new ContradictionException($"It answers with block {block.Number} for block {number}.");
    }

    public async Task<IndexedBlock[]> GetAllAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken)
        => await numbers.ReadAllAsync(GetAsync, cancellationToken);

    /// <summary>The logs of a range by their blocks' numbers; the caller knows the blocks.</summary>
    public async Task<IReadOnlyList<FilterLog>> GetLogsAsync(long first, long last, CancellationToken cancellationToken)
    {
        var filter = new NewFilterInput
        {
            Address = [.. _names.Keys],
            FromBlock = new BlockParameter(new HexBigInteger(first)),
            ToBlock = new BlockParameter(new HexBigInteger(last)),
        };
        var logs = await connection.Web3.Eth.Filters.GetLogs.SendRequestAsync(filter).WaitAsync(cancellationToken);
        return InOrder(logs, first, last);
    }

    /// <summary>
    /// The logs of blocks by their hashes: a node that does not have such a block says so, where a range would be answered with what it has.
    /// </summary>
    public async Task<IReadOnlyList<ChainEvent>> GetEventsAsync(IReadOnlyList<IndexedBlock> blocks, CancellationToken cancellationToken)
    {
        var events = await blocks.ReadAllAsync(GetEventsAsync, cancellationToken);
        return [.. events.SelectMany(list => list)];
    }

    public IEnumerable<ChainEvent> Events(IEnumerable<FilterLog> logs, IReadOnlyDictionary<long, IndexedBlock> blocks) => logs.Select(log =>
    {
        var block = blocks[(long)log.BlockNumber.Value];
        return SameHash(log.BlockHash, block.Hash)
            ? new ChainEvent(block, (int)log.LogIndex.Value, _names[log.Address], log)
            : throw new ContradictionException($"Its logs of block {block.Number} are of a block {log.BlockHash}, but the block is {block.Hash}.");
    });

    private async Task<IReadOnlyList<ChainEvent>> GetEventsAsync(IndexedBlock block, CancellationToken cancellationToken)
    {
        var filter = new Dictionary<string, object> { ["address"] = _names.Keys.ToArray(), ["blockHash"] = block.Hash };
        var logs = await connection.Web3.Client.SendRequestAsync<FilterLog[]>("eth_getLogs", null, filter).WaitAsync(cancellationToken);
        return [.. Events(InOrder(logs, block.Number, block.Number), new Dictionary<long, IndexedBlock> { [block.Number] = block })];
    }

    /// <summary>In the chain's order, each once; without those that a reorganisation removed and those of other contracts.</summary>
    private List<FilterLog> InOrder(FilterLog[]? logs, long first, long last)
    {
        var ordered = new SortedDictionary<long, FilterLog>();
        foreach (var log in logs ?? throw new ContradictionException("Its answer has no logs in it."))
        {
            if (log.Removed || !_names.ContainsKey(log.Address))
            {
                continue;
            }

            if (log.BlockNumber is null || log.BlockHash is null || log.LogIndex is null || log.TransactionHash is null)
            {
                throw new ContradictionException("A log in its answer is not in a block yet.");
            }

            if (log.BlockNumber.Value < first || log.BlockNumber.Value > last || log.LogIndex.Value < 0 || log.LogIndex.Value >= ChainEvent.MaxLogsPerBlock)
            {
                throw new ContradictionException($"A log in its answer is of block {log.BlockNumber.Value}, outside of {first} to {last}, or of no possible place.");
            }

            var id = ChainEvent.IdOf((long)log.BlockNumber.Value, (int)log.LogIndex.Value);
            if (!ordered.TryAdd(id, log) && !Same(ordered[id], log))
            {
                throw new ContradictionException($"Two different logs in its answer are log {log.LogIndex.Value} of block {log.BlockNumber.Value}.");
            }
        }

        return [.. ordered.Values];
    }

    private async Task<IndexedBlock?> FindAsync(BlockParameter which, CancellationToken cancellationToken)
    {
        var block = await connection.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(which).WaitAsync(cancellationToken);
        return block?.Number is null || block.BlockHash is null
            ? null
            : new IndexedBlock(
                (long)block.Number.Value,
                block.BlockHash.ToLowerInvariant(),
                block.ParentHash.ToLowerInvariant(),
                DateTimeOffset.FromUnixTimeSeconds((long)block.Timestamp.Value));
    }

    private static bool Same(FilterLog one, FilterLog other)
        => SameHash(one.BlockHash, other.BlockHash)
            && SameHash(one.TransactionHash, other.TransactionHash)
            && SameHash(one.Data, other.Data)
            && one.Topics.Select(topic => topic?.ToString()).SequenceEqual(other.Topics.Select(topic => topic?.ToString()), StringComparer.OrdinalIgnoreCase);

    private static bool SameHash(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
