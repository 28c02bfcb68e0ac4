using System.Text;
using Microsoft.Data.Sqlite;

namespace Sending.Testing;

/// <summary>All that a SQLite file holds, as text to compare: table by table, row by row.</summary>
public static class StoreContents
{
    /// <param name="path">The file.</param>
    /// <param name="without">Tables that do not count.</param>
    public static string Of(string path, params string[] without)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Except(without))
        {
            // Where a journal begins to count is no content.
            var columns = Read(connection, $"SELECT name FROM pragma_table_info('{table}')").Where(column => column != "seq");
            var row = string.Join(" || '|' || ", columns.Select(column => $"quote(CAST({column} AS BLOB))"));
            foreach (var line in Read(connection, $"SELECT {row} AS line FROM {table} ORDER BY line"))
            {
                text.Append(table).Append(' ').Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
