using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Storage;

namespace Sending.Edge.Cache;

/// <summary>The statements of the cache, in a write.</summary>
internal sealed class EnvelopeRows(PreparedStatements statements)
{
    // What a row takes besides the body, roughly.
    private const int Overhead = 256;

    public long StoredBytes => statements.Scalar<long>("SELECT bytes FROM stored");

    public static long SizeOf(long bodyLength) => bodyLength + Overhead;

    /// <summary>The digest of an envelope that was taken; null when it was not.</summary>
    public byte[]? FindKnown(Envelope envelope) => statements.Scalar<byte[]>(
        "SELECT digest FROM known WHERE sender = $sender AND id = $id", ("$sender", Word.Bytes(envelope.From.Address)), ("$id", Convert.FromHexString(envelope.Id)));

    public (long Envelopes, long Bytes) FindBox(byte[] recipient) => statements
        .Query("SELECT envelopes, bytes FROM boxes WHERE recipient = $recipient", row => (row.GetInt64(0), row.GetInt64(1)), ("$recipient", recipient))
        .SingleOrDefault();

    public void Add(Envelope envelope, bool isForward, string? home, long expires)
    {
        var recipient = Word.Bytes(envelope.To.Address);
        statements.Execute(
            "INSERT INTO envelopes (sender, id, recipient, is_forward, home, expires, body) VALUES ($sender, $id, $recipient, $forward, $home, $expires, $body)",
            ("$sender", Word.Bytes(envelope.From.Address)),
            ("$id", Convert.FromHexString(envelope.Id)),
            ("$recipient", recipient),
            ("$forward", isForward ? 1L : 0L),
            ("$home", home is null ? null : Word.Bytes(home)),
            ("$expires", expires),
            ("$body", envelope.Body.ToArray()));
        Count(recipient, 1, SizeOf(envelope.Body.Length));
    }

    public void Remember(Envelope envelope, byte[] digest, long expires) => statements.Execute(
        "INSERT INTO known VALUES ($sender, $id, $digest, $expires)",
        ("$sender", Word.Bytes(envelope.From.Address)),
        ("$id", Convert.FromHexString(envelope.Id)),
        ("$digest", digest),
        ("$expires", expires));

    /// <summary>An envelope that waits here for its recipient; null when there is none.</summary>
    public StoredEnvelope? FindWaiting(EnvelopeKey key, byte[] recipient) => statements
        .Query(
            "SELECT sequence, recipient, length(body) FROM envelopes WHERE sender = $sender AND id = $id AND recipient = $recipient AND is_forward = 0",
            Read,
            ("$sender", Word.Bytes(key.From.Address)),
            ("$id", Convert.FromHexString(key.Id)),
            ("$recipient", recipient))
        .SingleOrDefault();

    public StoredEnvelope? Find(long sequence) => statements
        .Query("SELECT sequence, recipient, length(body) FROM envelopes WHERE sequence = $sequence", Read, ("$sequence", sequence))
        .SingleOrDefault();

    public List<StoredEnvelope> ListEnded(long now, int most) => statements.Query(
        "SELECT sequence, recipient, length(body) FROM envelopes WHERE expires <= $now LIMIT $most", Read, ("$now", now), ("$most", most));

    public bool Remove(StoredEnvelope envelope)
    {
        Count(envelope.Recipient, -1, -SizeOf(envelope.BodyLength));
        return statements.Execute("DELETE FROM envelopes WHERE sequence = $sequence", ("$sequence", envelope.Sequence)) > 0;
    }

    public void KeepHere(byte[] recipient)
    {
        foreach (var sequence in statements.Query("SELECT sequence FROM envelopes WHERE recipient = $recipient AND is_forward = 1 ORDER BY sequence", row => row.GetInt64(0), ("$recipient", recipient)))
        {
            statements.Execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'envelopes'");
            statements.Execute(
                "UPDATE envelopes SET is_forward = 0, sequence = (SELECT seq FROM sqlite_sequence WHERE name = 'envelopes') WHERE sequence = $sequence",
                ("$sequence", sequence));
        }
    }

    /// <summary>Forgets envelopes that are over.</summary>
    /// <returns>How many.</returns>
    public int Forget(long now, int most) => statements.Execute(
        "DELETE FROM known WHERE (sender, id) IN (SELECT sender, id FROM known WHERE expires <= $now LIMIT $most)", ("$now", now), ("$most", most));

    /// <summary>What waits for a recipient or goes on for it, in the order of arrival, with the Edge that its sender named.</summary>
    public static IEnumerable<(Delivery Delivery, string? Home)> Stream(SqliteConnection connection, byte[] recipient, bool isForward, long after, long now, int most)
        => connection.Stream(
            """
            SELECT sequence, sender, id, expires, body, home FROM envelopes
            WHERE recipient = $recipient AND is_forward = $forward AND sequence > $after AND expires > $now ORDER BY sequence LIMIT $most
            """,
            row =>
            {
                var ttl = (int)Math.Clamp((row.GetInt64(3) - now + 999) / 1_000, 1, Envelope.LongestTtl);
                var envelope = new Envelope(
                    Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)),
                    new Did(Word.Address(row.GetFieldValue<byte[]>(1))),
                    new Did(Word.Address(recipient)),
                    ttl,
                    row.GetFieldValue<byte[]>(4));
                return (new Delivery(row.GetInt64(0), envelope, envelope.Units), row.IsDBNull(5) ? null : Word.Address(row.GetFieldValue<byte[]>(5)));
            },
            ("$recipient", recipient),
            ("$forward", isForward ? 1L : 0L),
            ("$after", after),
            ("$now", now),
            ("$most", most));

    private void Count(byte[] recipient, int envelopes, long bytes)
    {
        statements.Execute(
            "INSERT INTO boxes VALUES ($recipient, $envelopes, $bytes) ON CONFLICT DO UPDATE SET envelopes = envelopes + excluded.envelopes, bytes = bytes + excluded.bytes",
            ("$recipient", recipient),
            ("$envelopes", envelopes),
            ("$bytes", bytes));
        statements.Execute("DELETE FROM boxes WHERE recipient = $recipient AND envelopes = 0", ("$recipient", recipient));
        statements.Execute("UPDATE stored SET envelopes = envelopes + $envelopes, bytes = bytes + $bytes", ("$envelopes", envelopes), ("$bytes", bytes));
    }

    private static StoredEnvelope Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2));
}

/// <summary>An envelope without its body.</summary>
internal sealed record StoredEnvelope(long Sequence, byte[] Recipient, long BodyLength);
