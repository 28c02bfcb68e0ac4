using Microsoft.Data.Sqlite;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Events.Following;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Storage;

/// <summary>A follower's store in a SQLite file. One process writes, any number may read at the same time.</summary>
public sealed class SqliteChainStore : IChainStore
{
    private const string Schema = """
        CREATE TABLE cursor (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, final INTEGER NOT NULL) STRICT;
        CREATE TABLE blocks (number INTEGER PRIMARY KEY, hash BLOB NOT NULL, parent BLOB NOT NULL, time INTEGER NOT NULL) STRICT;
        CREATE TABLE events (
          id INTEGER PRIMARY KEY, -- block and place in it, see ChainEvent.Id
          contract INTEGER NOT NULL, -- place among the deployment's contracts
          topic0 BLOB, topic1 BLOB, topic2 BLOB, topic3 BLOB,
          data BLOB NOT NULL,
          transaction_hash BLOB NOT NULL
        ) STRICT;
        CREATE INDEX events_by_topic1 ON events (topic1) WHERE topic1 IS NOT NULL;
        CREATE INDEX events_by_topic2 ON events (topic2) WHERE topic2 IS NOT NULL;
        CREATE TABLE projections (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;

        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteSession _session;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly List<string> _contracts;

    private SqliteChainStore(StateFile file, ContractAddresses contracts, IReadOnlyList<IProjection> projections)
    {
        _projections = projections;
        _contracts = [.. BlockSource.Followed(contracts).Select(contract => contract.Name)];
        File = file;
        _connection = file.Connect();
        _session = new SqliteSession(_connection);
        Load();
    }

    /// <summary>The file; <see cref="StateFile.Connect"/> is for readers.</summary>
    public StateFile File { get; }

    /// <inheritdoc/>
    public IndexedBlock? Cursor { get; private set; }

    /// <inheritdoc/>
    public long Final { get; private set; } = -1;

    /// <summary>Opens or creates a store for writing.</summary>
    /// <param name="lease">The right to write the file, to be held for as long as the store is open.</param>
    /// <param name="chain">The chain that it is about.</param>
    /// <param name="contracts">The deployment's contracts.</param>
    /// <param name="projections">What is made of the events.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.StateOfAnotherChain"/>; <see cref="ErrorCode.StateUnusable"/>: damaged, or of another version of a projection.
    /// Remove the file: all of it can be read from the chain again.
    /// </exception>
    public static SqliteChainStore Open(FollowerLease lease, ChainIdentity chain, ContractAddresses contracts, IReadOnlyList<IProjection> projections)
    {
        try
        {
            var file = OpenFile(lease.Path, chain);
            using (var connection = file.Connect())
            {
                AddProjections(connection, projections, file.Path);
            }

            return new SqliteChainStore(file, contracts, projections);
        }
        catch (SqliteException error)
        {
            throw Unusable(lease.Path, $"cannot be used ({error.Message})", error);
        }
    }

    /// <inheritdoc/>
    public IndexedBlock? FindBlock(long number)
        => _connection.Query("SELECT number, hash, parent, time FROM blocks WHERE number = $number", ReadBlock, ("$number", number)).SingleOrDefault();

    /// <inheritdoc/>
    public void Append(BlockBatch batch) => InTransaction(() =>
    {
        var next = 0;
        foreach (var block in batch.Blocks)
        {
            UndoJournal.Record(_session, block.Number > batch.Final ? block.Number : null);
            Insert(block);
            for (; next < batch.Events.Count && batch.Events[next].Block.Number == block.Number; next++)
            {
                Insert(batch.Events[next]);
                foreach (var projection in _projections)
                {
                    projection.Apply(_session, batch.Events[next]);
                }
            }
        }

        if (next < batch.Events.Count)
        {
            throw new ArgumentException("An event's block is not in the batch, or events are out of order.", nameof(batch));
        }

        UndoJournal.Record(_session, null);
        Settle(batch.Final);
        SetCursor(batch.Blocks[^1], batch.Final);
    });

    /// <inheritdoc/>
    public void Rewind(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, Final);
        var block = FindBlock(number) ?? throw new ArgumentException($"Block {number} is not kept.", nameof(number));
        InTransaction(() =>
        {
            UndoJournal.TakeBack(_connection, _session, number);
            _session.Execute("DELETE FROM events WHERE id >= $id", ("$id", ChainEvent.IdOf(number + 1)));
            _session.Execute("DELETE FROM blocks WHERE number > $number", ("$number", number));
            SetCursor(block, Final);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _connection.Dispose();
        File.Release();
    }

    /// <summary>The file alone, for readers.</summary>
    internal static StateFile OpenFile(string path, ChainIdentity chain)
        => StateFile.Open(path, chain, [Schema + UndoJournal.Schema], StateDurability.Process);

    internal static IndexedBlock ReadBlock(SqliteDataReader row) => new(
        row.GetInt64(0),
        Word.Hash(row.GetFieldValue<byte[]>(1)),
        Word.Hash(row.GetFieldValue<byte[]>(2)),
        DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)));

    private static void AddProjections(SqliteConnection connection, IReadOnlyList<IProjection> projections, string path)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var filled = connection.Query("SELECT name, version FROM projections", row => (Name: row.GetString(0), Version: row.GetInt64(1)));
        if (filled.Count > 0 || connection.Scalar<long>("SELECT COUNT(*) FROM cursor") > 0)
        {
            var wanted = projections.Select(projection => (projection.Name, Version: (long)projection.Version));
            if (!filled.Order().SequenceEqual(wanted.Order()))
            {
                throw Unusable(path, "was filled by another version of the program", null);
            }

            return;
        }

        foreach (var projection in projections)
        {
            connection.Execute(projection.Schema);
            foreach (var table in projection.Tables)
            {
                UndoJournal.Watch(connection, table);
            }

            connection.Execute("INSERT INTO projections VALUES ($name, $version)", ("$name", projection.Name), ("$version", projection.Version));
        }

        transaction.Commit();
    }

    private static SendingException Unusable(string path, string why, Exception? cause) => new(
        ErrorCode.StateUnusable,
        $"The index {path} {why}. Remove it: all of it is read from the chain again.",
        new Dictionary<string, string> { ["file"] = path },
        cause);

    private void Load()
    {
        var number = _connection.Scalar<long?>("SELECT number FROM cursor");
        Final = _connection.Scalar<long?>("SELECT final FROM cursor") ?? -1;
        Cursor = number is { } at ? FindBlock(at) : null;
    }

    private void InTransaction(Action change)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _session.Transaction = transaction;
        try
        {
            change();
            transaction.Commit();
        }
        catch
        {
            // What the commands below remember is that of the file again, when the transaction is rolled back.
            transaction.Dispose();
            Load();
            throw;
        }
        finally
        {
            _session.Transaction = null;
        }
    }

    private void Insert(IndexedBlock block) => _session.Execute(
        "INSERT INTO blocks VALUES ($number, $hash, $parent, $time)",
        ("$number", block.Number),
        ("$hash", Word.Bytes(block.Hash)),
        ("$parent", Word.Bytes(block.ParentHash)),
        ("$time", block.Time.ToUnixTimeSeconds()));

    private void Insert(ChainEvent added) => _session.Execute(
        "INSERT INTO events VALUES ($id, $contract, $topic0, $topic1, $topic2, $topic3, $data, $transaction)",
        ("$id", added.Id),
        ("$contract", _contracts.IndexOf(added.Contract)),
        ("$topic0", Topic(added, 0)),
        ("$topic1", Topic(added, 1)),
        ("$topic2", Topic(added, 2)),
        ("$topic3", Topic(added, 3)),
        ("$data", Word.Bytes(added.Log.Data)),
        ("$transaction", Word.Bytes(added.Log.TransactionHash)));

    private static byte[]? Topic(ChainEvent added, int place)
        => added.Log.Topics is { } topics && place < topics.Length ? Word.Bytes(topics[place].ToString()!) : null;

    /// <summary>What has become final needs no journal, and without events no block.</summary>
    private void Settle(long final)
    {
        if (final <= Final)
        {
            return;
        }

        UndoJournal.Forget(_session, final);
        _session.Execute(
            """
            DELETE FROM blocks WHERE number >= $from AND number < $to
            AND NOT EXISTS (SELECT 1 FROM events WHERE id >= blocks.number << 20 AND id < (blocks.number + 1) << 20)
            """,
            ("$from", Final),
            ("$to", final));
    }

    private void SetCursor(IndexedBlock block, long final)
    {
        _session.Execute(
            "INSERT INTO cursor VALUES (1, $number, $final) ON CONFLICT DO UPDATE SET number = excluded.number, final = excluded.final",
            ("$number", block.Number),
            ("$final", Math.Max(final, Final)));
        (Cursor, Final) = (block, Math.Max(final, Final));
    }
}
