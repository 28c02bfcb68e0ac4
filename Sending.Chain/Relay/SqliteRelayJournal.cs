using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Chain.Relay;

/// <summary>Journal and inbox in a SQLite file that several processes of one user may share; a power cut takes nothing back.</summary>
public sealed class SqliteRelayJournal : IRelayJournal, IInbox
{
    private static readonly string[] s_migrations =
    [
        """
        CREATE TABLE lines (edge BLOB NOT NULL, payer BLOB NOT NULL, signer BLOB NOT NULL, unpaid INTEGER NOT NULL, PRIMARY KEY (edge, payer, signer)) STRICT, WITHOUT ROWID;
        CREATE TABLE signed (
          edge BLOB NOT NULL, payer BLOB NOT NULL, signer BLOB NOT NULL, epoch INTEGER NOT NULL, units INTEGER NOT NULL,
          PRIMARY KEY (edge, payer, signer, epoch)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE counted (
          edge BLOB NOT NULL, payer BLOB NOT NULL, signer BLOB NOT NULL, is_delivery INTEGER NOT NULL, sender BLOB NOT NULL, id BLOB NOT NULL,
          units INTEGER NOT NULL, forget_at INTEGER NOT NULL,
          PRIMARY KEY (edge, payer, signer, is_delivery, sender, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX counted_by_end ON counted (forget_at);
        CREATE TABLE inbox (
          place INTEGER PRIMARY KEY AUTOINCREMENT, sender BLOB NOT NULL, id BLOB NOT NULL, recipient BLOB NOT NULL, ttl INTEGER NOT NULL, received_at INTEGER NOT NULL,
          body BLOB, UNIQUE (recipient, sender, id)
        ) STRICT;
        CREATE INDEX inbox_by_end ON inbox (received_at);
        """,
    ];

    private readonly StateFile _file;
    private readonly TimeProvider _time;

    private SqliteRelayJournal(StateFile file, TimeProvider time) => (_file, _time) = (file, time);

    /// <summary>Opens or creates the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chain">The chain that it is about.</param>
    /// <param name="time">The machine's clock.</param>
    /// <exception cref="Errors.SendingException">The file cannot be used, or is of another chain.</exception>
    public static SqliteRelayJournal Open(string path, ChainIdentity chain, TimeProvider time) => new(StateFile.Open(path, chain, s_migrations, StateDurability.Power), time);

    /// <inheritdoc/>
    public ValueTask CountAsync(RelayLine line, bool isDelivery, EnvelopeKey key, int units, DateTimeOffset forgetAt, CancellationToken cancellationToken)
    {
        Write(statements =>
        {
            var isNew = statements.Execute(
                "INSERT INTO counted VALUES ($edge, $payer, $signer, $delivery, $sender, $id, $units, $forget) ON CONFLICT DO NOTHING",
                [.. Keys(line), ("$delivery", isDelivery ? 1L : 0L), .. Keys(key), ("$units", (long)units), ("$forget", forgetAt.ToUnixTimeSeconds())]) > 0;
            if (isNew)
            {
                AddUnpaid(statements, line, units);
                statements.Execute("DELETE FROM counted WHERE forget_at <= $now", ("$now", Now));
            }

            return isNew;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask UncountAsync(RelayLine line, EnvelopeKey key, CancellationToken cancellationToken)
    {
        Write(statements =>
        {
            (string, object?)[] keys = [.. Keys(line), .. Keys(key)];
            var units = statements.Scalar<long>("DELETE FROM counted WHERE edge = $edge AND payer = $payer AND signer = $signer AND is_delivery = 0 AND sender = $sender AND id = $id RETURNING units", keys);
            if (units > 0)
            {
                AddUnpaid(statements, line, -units);
            }

            return units;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<long> SignAsync(RelayLine line, DueReceipt due, long proven, CancellationToken cancellationToken) => ValueTask.FromResult(Write(statements =>
    {
        (string, object?)[] keys = [.. Keys(line), ("$epoch", due.Epoch)];
        var signed = statements.Scalar<long>("SELECT units FROM signed WHERE edge = $edge AND payer = $payer AND signer = $signer AND epoch = $epoch", keys);
        var (units, paid) = ReceiptRule.Decide(due, signed, proven, Unpaid(statements, line));
        if (units > signed)
        {
            statements.Execute(
                "INSERT INTO signed VALUES ($edge, $payer, $signer, $epoch, $units) ON CONFLICT DO UPDATE SET units = excluded.units",
                [.. keys, ("$units", units)]);
            AddUnpaid(statements, line, -paid);
        }

        return units;
    }));

    /// <inheritdoc/>
    public ValueTask<long> GetUnpaidAsync(RelayLine line, CancellationToken cancellationToken) => ValueTask.FromResult(Write(statements => Unpaid(statements, line)));

    /// <inheritdoc/>
    public ValueTask<InboxVerdict> AddAsync(Envelope envelope, CancellationToken cancellationToken) => ValueTask.FromResult(Write(statements =>
    {
        var isNew = statements.Execute(
            "INSERT INTO inbox (sender, id, recipient, ttl, received_at, body) VALUES ($sender, $id, $recipient, $ttl, $now, $body) ON CONFLICT DO NOTHING",
            [
                .. Keys(new EnvelopeKey(envelope.From, envelope.Id)),
                ("$recipient", Word.Bytes(envelope.To.Address)),
                ("$ttl", (long)envelope.Ttl),
                ("$now", Now),
                ("$body", envelope.Body.ToArray()),
            ]) > 0;
        if (isNew)
        {
            // What was shown is remembered for as long as an Edge could send it again.
            statements.Execute("DELETE FROM inbox WHERE body IS NULL AND received_at <= $end", ("$end", Now - (2L * Envelope.LongestTtl)));
        }

        return isNew ? InboxVerdict.New : InboxVerdict.Known;
    }));

    /// <summary>What a recipient has received and not been shown, in the order in which it came.</summary>
    /// <param name="recipient">Who.</param>
    /// <param name="most">Most envelopes.</param>
    public IReadOnlyList<ReceivedEnvelope> ListUnshown(Did recipient, int most)
    {
        using var connection = _file.Connect();
        return connection.Query(
            "SELECT place, sender, id, ttl, body, received_at FROM inbox WHERE recipient = $recipient AND body IS NOT NULL ORDER BY place LIMIT $most",
            row => new ReceivedEnvelope(
                row.GetInt64(0),
                new Envelope(
                    Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)), new Did(Word.Address(row.GetFieldValue<byte[]>(1))), recipient, (int)row.GetInt64(3), row.GetFieldValue<byte[]>(4)),
                DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5))),
            ("$recipient", Word.Bytes(recipient.Address)),
            ("$most", (long)most));
    }

    /// <summary>It was shown: its body is not needed any more.</summary>
    public void MarkShown(long place) => Write(statements => statements.Execute("UPDATE inbox SET body = NULL WHERE place = $place", ("$place", place)));

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    private static (string Name, object? Value)[] Keys(RelayLine line) => [("$edge", Word.Bytes(line.Edge)), ("$payer", Word.Bytes(line.Payer)), ("$signer", Word.Bytes(line.Signer))];

    private static (string Name, object? Value)[] Keys(EnvelopeKey key) => [("$sender", Word.Bytes(key.From.Address)), ("$id", Convert.FromHexString(key.Id))];

    private static long Unpaid(PreparedStatements statements, RelayLine line)
        => statements.Scalar<long>("SELECT unpaid FROM lines WHERE edge = $edge AND payer = $payer AND signer = $signer", Keys(line));

    private static void AddUnpaid(PreparedStatements statements, RelayLine line, long units) => statements.Execute(
        "INSERT INTO lines VALUES ($edge, $payer, $signer, $units) ON CONFLICT DO UPDATE SET unpaid = unpaid + excluded.unpaid",
        [.. Keys(line), ("$units", units)]);

    private T Write<T>(Func<PreparedStatements, T> write)
    {
        using var connection = _file.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var statements = new PreparedStatements(connection) { Transaction = transaction };
        var result = write(statements);
        transaction.Commit();
        return result;
    }
}

/// <summary>An envelope that was received and not shown yet.</summary>
/// <param name="Place">Its place in the order in which they came.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="ReceivedAt">When it came, by the machine's clock.</param>
public sealed record ReceivedEnvelope(long Place, Envelope Envelope, DateTimeOffset ReceivedAt);
