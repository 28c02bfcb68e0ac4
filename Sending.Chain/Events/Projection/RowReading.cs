using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Columns as <see cref="Word"/> stores them.</summary>
internal static class RowReading
{
    public static byte[] Blob(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static BigInteger Number(this SqliteDataReader row, int column) => Word.Number(row.Blob(column));

    public static string Address(this SqliteDataReader row, int column) => Word.Address(row.Blob(column));

    public static string? AddressOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Address(column);

    public static string Hash(this SqliteDataReader row, int column) => Word.Hash(row.Blob(column));

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
