using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Chain.Work;

/// <summary>Sets of leaves in a SQLite file of their own. A set is saved in one transaction that a power cut leaves done or undone.</summary>
public sealed class SqliteLeafStore : ILeafStore
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE leaf_sets (
          id INTEGER PRIMARY KEY, root BLOB NOT NULL UNIQUE, epoch INTEGER NOT NULL, edge BLOB NOT NULL,
          units INTEGER NOT NULL, -- 64 bits without sign
          count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX leaf_sets_by_epoch ON leaf_sets (epoch);
        CREATE TABLE leaves (
          leaf_set INTEGER NOT NULL REFERENCES leaf_sets (id) ON DELETE CASCADE, place INTEGER NOT NULL,
          client BLOB NOT NULL, signer BLOB NOT NULL, units INTEGER NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (leaf_set, place)
        ) STRICT, WITHOUT ROWID;
        """,
    ];

    private readonly StateFile _file;

    private SqliteLeafStore(StateFile file) => _file = file;

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateOfAnotherChain"/> or <see cref="ErrorCode.StateUnusable"/>.</exception>
    public static SqliteLeafStore Open(string path, ChainIdentity chain) => new(StateFile.Open(path, chain, Migrations, StateDurability.Power));

    /// <inheritdoc/>
    public ValueTask<LeafSetHeader?> FindAsync(string root, CancellationToken cancellationToken)
    {
        using var connection = _file.Connect();
        return ValueTask.FromResult(connection
            .Query(
                "SELECT epoch, edge, units, count FROM leaf_sets WHERE root = $root",
                row => new LeafSetHeader(row.GetInt64(0), row.Address(1), root, unchecked((ulong)row.GetInt64(2)), (int)row.GetInt64(3)),
                ("$root", Word.Bytes(root)))
            .SingleOrDefault());
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SignedLeaf>> ReadAsync(string root, int from, int count, CancellationToken cancellationToken)
    {
        using var connection = _file.Connect();
        return ValueTask.FromResult<IReadOnlyList<SignedLeaf>>(connection.Query(
            """
            SELECT client, signer, units, signature FROM leaves
            WHERE leaf_set = (SELECT id FROM leaf_sets WHERE root = $root) AND place >= $from ORDER BY place LIMIT $count
            """,
            row => new SignedLeaf(row.Address(0), row.Address(1), unchecked((ulong)row.GetInt64(2)), row.Blob(3)),
            ("$root", Word.Bytes(root)),
            ("$from", from),
            ("$count", count)));
    }

    /// <inheritdoc/>
    public ValueTask SaveAsync(LeafSet set, CancellationToken cancellationToken)
    {
        using var connection = _file.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var id = connection.Scalar<long?>(
            "INSERT INTO leaf_sets (root, epoch, edge, units, count) VALUES ($root, $epoch, $edge, $units, $count) ON CONFLICT DO NOTHING RETURNING id",
            ("$root", Word.Bytes(set.Root)),
            ("$epoch", set.Epoch),
            ("$edge", Word.Bytes(set.Edge)),
            ("$units", unchecked((long)set.Units)),
            ("$count", set.Leaves.Count));
        if (id is null)
        {
            return ValueTask.CompletedTask;
        }

        using var statements = new PreparedStatements(connection) { Transaction = transaction };
        for (var place = 0; place < set.Leaves.Count; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var leaf = set.Leaves[place];
            statements.Execute(
                "INSERT INTO leaves VALUES ($set, $place, $client, $signer, $units, $signature)",
                ("$set", id),
                ("$place", place),
                ("$client", Word.Bytes(leaf.Client)),
                ("$signer", Word.Bytes(leaf.Signer)),
                ("$units", unchecked((long)leaf.Units)),
                ("$signature", leaf.Signature));
        }

        transaction.Commit();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(long epoch, CancellationToken cancellationToken)
    {
        using var connection = _file.Connect();
        connection.Execute("DELETE FROM leaf_sets WHERE epoch < $epoch", ("$epoch", epoch));
        return ValueTask.CompletedTask;
    }
}
