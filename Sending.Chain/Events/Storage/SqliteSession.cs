using Microsoft.Data.Sqlite;

namespace Sending.Chain.Events.Storage;

/// <summary>Statements on one connection, each prepared once: projections run the same few for every event.</summary>
internal sealed class SqliteSession : IProjectionSession, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        connection.CreateFunction<byte[], byte[], byte[]>("word_add", Word.Add, isDeterministic: true);
        connection.CreateFunction<byte[], byte[], byte[]>("word_sub", Word.Subtract, isDeterministic: true);
    }

    /// <summary>What the statements run in.</summary>
    public SqliteTransaction? Transaction { get; set; }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Bind(sql, values).ExecuteNonQuery();

    public T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
        => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? (T)value : default;

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in values)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        command.Transaction = Transaction;
        return command;
    }
}
