using Microsoft.Data.Sqlite;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Storage;

/// <summary>
/// Takes changes of tables back, whatever they were: triggers write the inverse of each change of a row, as SQL, while a block is named in
/// <c>journal</c>. Final blocks are not named and cost nothing.
/// </summary>
internal static class UndoJournal
{
    public const string Schema = """
        CREATE TABLE journal (id INTEGER PRIMARY KEY CHECK (id = 1), block INTEGER) STRICT;
        INSERT INTO journal VALUES (1, NULL);
        CREATE TABLE undo (seq INTEGER PRIMARY KEY, block INTEGER NOT NULL, sql TEXT NOT NULL) STRICT;
        CREATE INDEX undo_by_block ON undo (block);
        """;

    /// <summary>Adds the triggers of a table, which has a row id.</summary>
    public static void Watch(SqliteConnection connection, string table)
    {
        var columns = connection.Query($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid", row => row.GetString(0));
        var names = string.Join(",", columns.Select(column => $"\"{column}\""));
        var values = string.Join(" || ',' || ", columns.Select(Old));
        var updates = string.Join(" || ',' || ", columns.Select(column => $"'\"{column}\"=' || {Old(column)}"));
        Add("INSERT", $"'DELETE FROM \"{table}\" WHERE rowid=' || new.rowid");
        Add("UPDATE", $"'UPDATE \"{table}\" SET ' || {updates} || ' WHERE rowid=' || old.rowid");
        Add("DELETE", $"'INSERT INTO \"{table}\" (rowid,{names}) VALUES (' || old.rowid || ',' || {values} || ')'");

        // quote() cuts texts at a NUL, which anybody may put into one.
        static string Old(string column)
            => $"CASE typeof(old.\"{column}\") WHEN 'text' THEN 'CAST(' || quote(CAST(old.\"{column}\" AS BLOB)) || ' AS TEXT)' ELSE quote(old.\"{column}\") END";

        void Add(string change, string inverse) => connection.Execute($"""
            CREATE TRIGGER "undo_{table}_{change}" AFTER {change} ON "{table}"
            WHEN (SELECT block FROM journal WHERE id = 1) IS NOT NULL
            BEGIN INSERT INTO undo (block, sql) VALUES ((SELECT block FROM journal WHERE id = 1), {inverse}); END;
            """);
    }

    /// <summary>From now on changes belong to <paramref name="block"/>; null: they are never taken back.</summary>
    public static void Record(SqliteSession session, long? block) => session.Execute("UPDATE journal SET block = $block WHERE id = 1", ("$block", block));

    /// <summary>Takes back what blocks after <paramref name="block"/> have changed, the newest first.</summary>
    public static void TakeBack(SqliteConnection connection, SqliteSession session, long block)
    {
        Record(session, null);
        foreach (var sql in connection.Query("SELECT sql FROM undo WHERE block > $block ORDER BY seq DESC", row => row.GetString(0), ("$block", block)))
        {
            connection.Execute(sql);
        }

        session.Execute("DELETE FROM undo WHERE block > $block", ("$block", block));
    }

    /// <summary>Forgets how to take back what blocks up to <paramref name="block"/> have changed.</summary>
    public static void Forget(SqliteSession session, long block) => session.Execute("DELETE FROM undo WHERE block <= $block", ("$block", block));
}
