using Microsoft.Data.Sqlite;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Following;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>The events as the chain has them.</summary>
public sealed class EventHistory
{
    private const string Columns = """
        SELECT e.id, e.contract, e.topic0, e.topic1, e.topic2, e.topic3, e.data, e.transaction_hash, b.number, b.hash, b.parent, b.time
        FROM events e JOIN blocks b ON b.number = e.id >> 20
        """;

    private readonly SqliteConnection _connection;
    private readonly List<(string Name, string Address)> _contracts;

    internal EventHistory(SqliteConnection connection, ContractAddresses contracts)
        => (_connection, _contracts) = (connection, [.. BlockSource.Followed(contracts)]);

    /// <summary>How many there are.</summary>
    public long Count => _connection.Scalar<long>("SELECT COUNT(*) FROM events");

    /// <summary>The events whose first or second indexed argument is an account, such as a node's owner: its newest, the newest last.</summary>
    /// <param name="account">The account.</param>
    /// <param name="limit">How many; no block is cut, so there may be a few more.</param>
    /// <param name="before">Only those before this block; null for all.</param>
    /// <param name="topics">Signatures (topic 0) of the events that count.</param>
    /// <param name="contracts">Names of the contracts that count.</param>
    public IReadOnlyList<ChainEvent> ListOf(string account, int limit, long? before, IEnumerable<string> topics, IEnumerable<string> contracts)
    {
        var numbers = string.Join(',', contracts.Select(name => _contracts.FindIndex(contract => contract.Name == name)));
        var signatures = string.Join(',', topics.Select(topic => $"X'{Convert.ToHexString(Word.Bytes(topic))}'"));
        var which = $"(e.topic1 = $account OR e.topic2 = $account) AND e.contract IN ({numbers}) AND e.topic0 IN ({signatures}) AND e.id < $end";
        (string, object?)[] values =
        [
            ("$account", (byte[])[.. new byte[12], .. Word.Bytes(account)]),
            ("$end", before is { } block ? ChainEvent.IdOf(block) : long.MaxValue),
        ];
        var first = _connection.Scalar<long?>($"SELECT e.id FROM events e WHERE {which} ORDER BY e.id DESC LIMIT 1 OFFSET $skipped", [.. values, ("$skipped", limit - 1)]);
        return _connection.Query(
            $"{Columns} WHERE {which} AND e.id >= $first ORDER BY e.id",
            Read,
            [.. values, ("$first", ChainEvent.IdOf(ChainEvent.BlockOf(first ?? 0)))]);
    }

    /// <summary>The events that make an identity's document, the oldest first. Each is read when it is asked for: memory does not grow with their number.</summary>
    /// <param name="identity">Address of the identity.</param>
    public IEnumerable<ChainEvent> StreamOfIdentity(string identity) => _connection.Stream(
        $"{Columns} JOIN identity_changes c ON c.event = e.id WHERE c.identity = $identity ORDER BY c.event",
        Read,
        ("$identity", Word.Bytes(identity)));

    private ChainEvent Read(SqliteDataReader row)
    {
        var (id, contract) = (row.GetInt64(0), _contracts[(int)row.GetInt64(1)]);
        var block = new IndexedBlock(row.GetInt64(8), row.Hash(9), row.Hash(10), row.Time(11));
        var log = new FilterLog
        {
            Address = contract.Address,
            Topics = [.. Enumerable.Range(2, 4).Where(column => !row.IsDBNull(column)).Select(row.Hash)],
            Data = row.Hash(6),
            TransactionHash = row.Hash(7),
            BlockNumber = new HexBigInteger(block.Number),
            BlockHash = block.Hash,
            LogIndex = new HexBigInteger(ChainEvent.LogIndexOf(id)),
        };
        return new ChainEvent(block, ChainEvent.LogIndexOf(id), contract.Name, log);
    }
}
