using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;
using static Sending.Chain.Transactions.OutboxRows;

namespace Sending.Chain.Transactions;

/// <summary>
/// The outbox's file. Each method is one transaction that a power cut leaves done or undone. A change names the state that it starts from, so
/// that of two that collide one has no effect.
/// </summary>
internal sealed class OutboxStore
{
    private const string Open = "state < 4";

    private readonly StateFile _file;

    private OutboxStore(StateFile file) => _file = file;

    public string Path => _file.Path;

    /// <inheritdoc cref="StateFile.Open" path="/exception"/>
    public static OutboxStore OpenFile(string path, ChainIdentity chain)
        => new(StateFile.Open(path, chain, OutboxSchema.Migrations, StateDurability.Power));

    /// <summary>Records an intent, or finds it.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.IntentConflict"/>: the key stands for another call.</exception>
    public OutboxEntry Record(TransactionIntent intent, DateTimeOffset now)
    {
        using var connection = _file.Connect();
        var call = intent.Call;
        connection.Execute(
            """
            INSERT INTO intent (key, sender, recipient, function, data, value, gas_limit, fee_cap, cheaper_than, cheaper_until, send_anyway, deadline, recorded_at, state)
            VALUES ($key, $sender, $recipient, $function, $data, $value, $gas, $cap, $cheaper, $until, $anyway, $deadline, $now, 0)
            ON CONFLICT (key) DO NOTHING
            """,
            ("$key", intent.Key),
            ("$sender", call.From),
            ("$recipient", call.To),
            ("$function", call.Function),
            ("$data", call.Data),
            ("$value", Text(call.Value)),
            ("$gas", TextOrNull(intent.GasLimit)),
            ("$cap", TextOrNull(intent.Fees.Cap)),
            ("$cheaper", TextOrNull(intent.Fees.CheaperThan)),
            ("$until", intent.Fees.CheaperUntil?.ToUnixTimeSeconds()),
            ("$anyway", intent.Fees.SendAnyway ? 1 : 0),
            ("$deadline", intent.Deadline?.ToUnixTimeSeconds()),
            ("$now", now.ToUnixTimeMilliseconds()));
        var entry = Find(connection, intent.Key)!;
        return entry.Call with { Function = call.Function } == call
            ? entry
            : throw new SendingException(
                ErrorCode.IntentConflict,
                $"The key \"{intent.Key}\" stands for another transaction already: {entry.Call.Function} to {entry.Call.To}. Choose another key for a new one.",
                new Dictionary<string, string> { ["key"] = intent.Key });
    }

    public OutboxEntry? Find(string key)
    {
        using var connection = _file.Connect();
        return Find(connection, key);
    }

    public OutboxEntry? FindByHash(string hash)
    {
        using var connection = _file.Connect();
        return Read(connection, "id = (SELECT intent FROM attempt WHERE hash = $hash ORDER BY id DESC LIMIT 1)", ("$hash", hash.ToLowerInvariant())).FirstOrDefault();
    }

    /// <summary>Intents that have not ended, oldest first; of one sender, or of all.</summary>
    public List<OutboxEntry> ListOpen(string? sender)
    {
        using var connection = _file.Connect();
        return sender is null
            ? Read(connection, $"{Open} ORDER BY id")
            : Read(connection, $"{Open} AND sender = $sender ORDER BY id", ("$sender", sender));
    }

    /// <summary>The newest intents, newest first.</summary>
    public List<OutboxEntry> ListRecent(int count)
    {
        using var connection = _file.Connect();
        return Read(connection, "id IN (SELECT id FROM intent ORDER BY id DESC LIMIT $count) ORDER BY id DESC", ("$count", count));
    }

    public List<string> ListSenders()
    {
        using var connection = _file.Connect();
        return connection.Query($"SELECT DISTINCT sender FROM intent WHERE {Open}", row => row.GetString(0));
    }

    public Dictionary<OutboxState, int> CountByState()
    {
        using var connection = _file.Connect();
        return connection.Query("SELECT state, COUNT(*) FROM intent GROUP BY state", row => ((OutboxState)row.GetInt32(0), row.GetInt32(1))).ToDictionary();
    }

    /// <summary>The mined intent of a sender with the highest nonce; null when there is none.</summary>
    public OutboxEntry? FindHighestMined(string sender)
    {
        using var connection = _file.Connect();
        return Read(connection, "sender = $sender AND mined_hash IS NOT NULL ORDER BY nonce DESC, id DESC LIMIT 1", ("$sender", sender)).FirstOrDefault();
    }

    /// <summary>Stores nonces and first signatures.</summary>
    /// <returns>Those that were still only recorded.</returns>
    public List<OutboxEntry> Sign(IEnumerable<(OutboxEntry Entry, OutboxAttempt Attempt)> signed)
    {
        using var connection = _file.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var stored = new List<OutboxEntry>();
        foreach (var (entry, attempt) in signed)
        {
            var changed = connection.Execute(
                "UPDATE intent SET state = 1, nonce = $nonce, note = NULL, note_code = NULL WHERE id = $id AND state = 0",
                ("$nonce", attempt.Nonce),
                ("$id", entry.Id));
            if (changed == 1)
            {
                Insert(connection, entry.Id, attempt);
                stored.Add(entry with { State = OutboxState.Signed, Nonce = attempt.Nonce, Note = null, Attempts = [.. entry.Attempts, attempt] });
            }
        }

        transaction.Commit();
        return stored;
    }

    /// <summary>Stores a further signature for the nonce that the intent has: a replacement or a filler.</summary>
    public OutboxEntry Replace(OutboxEntry entry, OutboxAttempt attempt)
    {
        using var connection = _file.Connect();
        Insert(connection, entry.Id, attempt);
        return entry with { Attempts = [.. entry.Attempts, attempt] };
    }

    /// <summary>Marks intents as sent, before they are.</summary>
    public List<OutboxEntry> MarkSent(IEnumerable<OutboxEntry> entries)
    {
        using var connection = _file.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var marked = new List<OutboxEntry>();
        foreach (var entry in entries)
        {
            if (connection.Execute("UPDATE intent SET state = 2 WHERE id = $id AND state = 1", ("$id", entry.Id)) == 1)
            {
                marked.Add(entry with { State = OutboxState.Sent });
            }
        }

        transaction.Commit();
        return marked;
    }

    /// <summary>Stores where an intent was mined.</summary>
    /// <param name="entry">The intent.</param>
    /// <param name="outcome">Where, and how it went.</param>
    /// <param name="isFinal">Whether that is deep enough.</param>
    public OutboxEntry Settle(OutboxEntry entry, OutboxOutcome outcome, bool isFinal)
    {
        // A replacement's receipt can carry an older nonce than the newest attempt has; the intent has that of what was mined.
        var attempt = entry.Attempts.First(attempt => attempt.Hash == outcome.Hash);
        var state = !isFinal ? OutboxState.Mined : attempt.IsFiller ? EndOf(entry.Failure) : OutboxState.Final;
        using var connection = _file.Connect();
        connection.Execute(
            """
            UPDATE intent SET state = $state, nonce = $nonce, note = NULL, note_code = NULL, mined_hash = $hash, block_number = $number, block_hash = $block,
                succeeded = $succeeded, gas_used = $used, gas_price = $price,
                failure_code = CASE WHEN $done THEN NULL ELSE failure_code END
            WHERE id = $id AND state < 4
            """,
            ("$state", (int)state),
            ("$nonce", attempt.Nonce),
            ("$hash", outcome.Hash),
            ("$number", outcome.BlockNumber),
            ("$block", outcome.BlockHash),
            ("$succeeded", outcome.Succeeded ? 1 : 0),
            ("$used", Text(outcome.GasUsed)),
            ("$price", Text(outcome.GasPrice)),
            ("$done", state == OutboxState.Final ? 1 : 0),
            ("$id", entry.Id));
        return entry with { State = state, Nonce = attempt.Nonce, Note = null, Outcome = outcome, Failure = state == OutboxState.Final ? null : entry.Failure };
    }

    /// <summary>Forgets where an intent was mined: the block is no longer of the chain.</summary>
    public OutboxEntry Unsettle(OutboxEntry entry, OutboxNote note)
    {
        using var connection = _file.Connect();
        connection.Execute(
            "UPDATE intent SET state = 2, mined_hash = NULL, block_number = NULL, block_hash = NULL, succeeded = NULL, gas_used = NULL, gas_price = NULL, note_code = $code, note = $note "
            + "WHERE id = $id AND state = 3",
            ("$id", entry.Id),
            ("$code", note.Reason.ToString()),
            ("$note", note.Text));
        return entry with { State = OutboxState.Sent, Outcome = null, Note = note };
    }

    /// <summary>Takes the nonce back and declares what was signed dead. Only with proof that none of it can be mined.</summary>
    public OutboxEntry Release(OutboxEntry entry)
    {
        using var connection = _file.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("UPDATE intent SET state = 0, nonce = NULL, note = NULL, note_code = NULL WHERE id = $id AND state IN (1, 2)", ("$id", entry.Id));
        connection.Execute("UPDATE attempt SET dead = 1 WHERE intent = $id", ("$id", entry.Id));
        transaction.Commit();
        return entry with
        {
            State = OutboxState.Recorded,
            Nonce = null,
            Note = null,
            Attempts = [.. entry.Attempts.Select(attempt => attempt with { Dead = true })],
        };
    }

    /// <summary>Ends an intent that nothing is signed for, without effect.</summary>
    /// <returns>Null when it has gone on meanwhile.</returns>
    public OutboxEntry? End(OutboxEntry entry, SendingException failure)
    {
        using var connection = _file.Connect();
        var state = EndOf(failure);
        var changed = connection.Execute(
            "UPDATE intent SET state = $state, note = NULL, note_code = NULL, failure_code = $code, failure = $text, failure_details = $details WHERE id = $id AND state = 0",
            [("$state", (int)state), .. Columns(failure), ("$id", entry.Id)]);
        return changed == 1 ? entry with { State = state, Note = null, Failure = failure } : null;
    }

    /// <summary>Notes that an intent with a nonce is given up; its nonce is still to be used up.</summary>
    public OutboxEntry GiveUp(OutboxEntry entry, SendingException failure)
    {
        using var connection = _file.Connect();
        connection.Execute(
            "UPDATE intent SET failure_code = $code, failure = $text, failure_details = $details WHERE id = $id AND state IN (1, 2)",
            [.. Columns(failure), ("$id", entry.Id)]);
        return entry with { Failure = failure };
    }

    /// <summary>Notes why an intent waits; writes nothing when that is noted already.</summary>
    public OutboxEntry Note(OutboxEntry entry, OutboxNote? note)
    {
        if (entry.Note == note)
        {
            return entry;
        }

        using var connection = _file.Connect();
        connection.Execute("UPDATE intent SET note_code = $code, note = $note WHERE id = $id AND state < 4", ("$code", note?.Reason.ToString()), ("$note", note?.Text), ("$id", entry.Id));
        return entry with { Note = note };
    }

    /// <summary>Gives the file back, so that it can be moved or removed.</summary>
    public void Release() => _file.Release();

    private static OutboxState EndOf(SendingException? failure) => failure?.Code switch
    {
        ErrorCode.Cancelled => OutboxState.Cancelled,
        ErrorCode.DeadlinePassed => OutboxState.Expired,
        _ => OutboxState.Refused,
    };

    private static (string, object?)[] Columns(SendingException failure)
        => [("$code", failure.Code.ToString()), ("$text", failure.Message), ("$details", JsonSerializer.Serialize(failure.Details))];

    private static OutboxEntry? Find(SqliteConnection connection, string key) => Read(connection, "key = $key", ("$key", key)).FirstOrDefault();

    private static List<OutboxEntry> Read(SqliteConnection connection, string where, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var entries = connection.Query($"{Intent} WHERE {where}", ReadIntent, values);
        var attempts = entries.Count == 0
            ? null
            : connection.Query(
                "SELECT intent, hash, nonce, raw, max_fee, tip, gas_limit, filler, signed_block, dead FROM attempt "
                + "WHERE intent IN (SELECT value FROM json_each($ids)) ORDER BY id",
                ReadAttempt,
                ("$ids", JsonSerializer.Serialize(entries.Select(entry => entry.Id)))).ToLookup(row => row.Intent, row => row.Attempt);
        transaction.Commit();
        return [.. entries.Select(entry => entry with { Attempts = [.. attempts![entry.Id]] })];
    }

    private static void Insert(SqliteConnection connection, long intent, OutboxAttempt attempt) => connection.Execute(
        """
        INSERT INTO attempt (intent, hash, nonce, raw, max_fee, tip, gas_limit, filler, signed_block, dead)
        VALUES ($intent, $hash, $nonce, $raw, $fee, $tip, $gas, $filler, $block, 0)
        ON CONFLICT (intent, hash) DO UPDATE SET dead = 0
        """,
        ("$intent", intent),
        ("$hash", attempt.Hash),
        ("$nonce", attempt.Nonce),
        ("$raw", attempt.Raw),
        ("$fee", Text(attempt.MaxFeePerGas)),
        ("$tip", Text(attempt.Tip)),
        ("$gas", Text(attempt.GasLimit)),
        ("$filler", attempt.IsFiller ? 1 : 0),
        ("$block", attempt.SignedAtBlock));
}
