using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sending.Chain.Errors;

namespace Sending.Chain.Transactions;

/// <summary>Rows of the outbox's tables as records, and back.</summary>
internal static class OutboxRows
{
    public const string Intent = "SELECT id, key, sender, recipient, function, data, value, gas_limit, fee_cap, cheaper_than, cheaper_until, send_anyway, "
        + "deadline, recorded_at, state, nonce, note_code, note, failure_code, failure, failure_details, mined_hash, block_number, block_hash, succeeded, "
        + "gas_used, gas_price FROM intent";

    public static OutboxEntry ReadIntent(SqliteDataReader row)
    {
        var call = new TransactionCall(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), Number(row.GetString(6)));
        var intent = new TransactionIntent(row.GetString(1), call)
        {
            GasLimit = NumberOrNull(row, 7),
            Fees = new FeePolicy { Cap = NumberOrNull(row, 8), CheaperThan = NumberOrNull(row, 9), CheaperUntil = TimeOrNull(row, 10), SendAnyway = row.GetBoolean(11) },
            Deadline = TimeOrNull(row, 12),
        };
        return new OutboxEntry(row.GetInt64(0), intent, (OutboxState)row.GetInt32(14), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(13)))
        {
            Nonce = row.IsDBNull(15) ? null : row.GetInt64(15),
            Note = row.IsDBNull(16) ? null : new OutboxNote(Enum.Parse<OutboxWait>(row.GetString(16)), row.GetString(17)),
            Failure = row.IsDBNull(18)
                ? null
                : new SendingException(Enum.Parse<ErrorCode>(row.GetString(18)), row.GetString(19), JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(20))),
            Outcome = row.IsDBNull(21)
                ? null
                : new OutboxOutcome(row.GetString(21), row.GetInt64(22), row.GetString(23), row.GetBoolean(24), Number(row.GetString(25)), Number(row.GetString(26))),
        };
    }

    public static (long Intent, OutboxAttempt Attempt) ReadAttempt(SqliteDataReader row) => (
        row.GetInt64(0),
        new OutboxAttempt(row.GetString(1), row.GetInt64(2), Number(row.GetString(4)), Number(row.GetString(5)), Number(row.GetString(6)), row.GetBoolean(7))
        {
            Raw = row.GetString(3),
            SignedAtBlock = row.GetInt64(8),
            Dead = row.GetBoolean(9),
        });

    public static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? TextOrNull(BigInteger? number) => number is { } value ? Text(value) : null;

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static BigInteger? NumberOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Number(row.GetString(column));

    private static DateTimeOffset? TimeOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(column));
}
