using Microsoft.Data.Sqlite;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Edge.Storage;

/// <summary>
/// The Edge's books, one SQLite file: what envelopes cost is written in the transaction that takes or ends them, or neither is. A power cut takes
/// nothing back that was told.
/// </summary>
public sealed class EdgeStore : IAsyncDisposable
{
    private readonly StateFile _file;
    private readonly GroupedWriter _writer;

    private EdgeStore(StateFile file)
    {
        _file = file;
        _writer = new GroupedWriter(file);
    }

    /// <summary>Opens or creates the books.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chain">The chain that they are about.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateOfAnotherChain"/>, <see cref="ErrorCode.StateUnusable"/>.</exception>
    public static EdgeStore Open(string path, ChainIdentity chain) => new(StateFile.Open(path, chain, EdgeSchema.Migrations, StateDurability.Power));

    /// <summary>See <see cref="GroupedWriter.WriteAsync"/>.</summary>
    internal Task<T> WriteAsync<T>(Func<PreparedStatements, T> write, CancellationToken cancellationToken) => _writer.WriteAsync(write, cancellationToken);

    /// <summary>Reads what is on the disk; writers are not waited for.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = _file.Connect();
        return read(connection);
    }

    /// <summary>Writes what is queued, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _file.Release();
    }
}
