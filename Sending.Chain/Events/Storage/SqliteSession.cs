using Microsoft.Data.Sqlite;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Storage;

/// <summary>What projections write by: the same few statements for every event, and arithmetic of words.</summary>
internal sealed class SqliteSession : IProjectionSession, IDisposable
{
    private readonly PreparedStatements _statements;

    public SqliteSession(SqliteConnection connection)
    {
        _statements = new PreparedStatements(connection);
        connection.CreateFunction<byte[], byte[], byte[]>("word_add", Word.Add, isDeterministic: true);
        connection.CreateFunction<byte[], byte[], byte[]>("word_sub", Word.Subtract, isDeterministic: true);
    }

    /// <summary>What the statements run in.</summary>
    public SqliteTransaction? Transaction
    {
        get => _statements.Transaction;
        set => _statements.Transaction = value;
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => _statements.Execute(sql, values);

    public T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => _statements.Scalar<T>(sql, values);

    public void Dispose() => _statements.Dispose();
}
