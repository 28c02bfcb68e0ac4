using System.Globalization;
using Microsoft.Data.Sqlite;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Storage;

/// <summary>
/// A SQLite database that belongs to one chain: it says which, and is refused for another. Its schema is a list of migrations; the file
/// remembers how many it has had (<c>user_version</c>). Only its owner may read it.
/// </summary>
public sealed class StateFile
{
    private const int LockTimeoutSeconds = 30;

    private readonly string _connectionString;
    private readonly StateDurability _durability;

    private StateFile(string path, StateDurability durability)
    {
        Path = path;
        _durability = durability;
        _connectionString = ConnectionString(path);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opens or creates the file, and brings its schema up to date.</summary>
    /// <param name="path">The file; folders that lead to it are made.</param>
    /// <param name="chain">The chain that its contents are about.</param>
    /// <param name="migrations">SQL that leads from each version of the schema to the next, the first from an empty file. Never changed, only added to.</param>
    /// <param name="durability">What a commit survives.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.StateOfAnotherChain"/>; <see cref="ErrorCode.StateUnusable"/>: damaged, of a newer program, locked, or not writable.
    /// </exception>
    public static StateFile Open(string path, ChainIdentity chain, IReadOnlyList<string> migrations, StateDurability durability)
    {
        var file = new StateFile(System.IO.Path.GetFullPath(path), durability);
        try
        {
            file.Create();
            using var connection = file.Connect();
            connection.Execute("PRAGMA journal_mode = WAL;");
            file.Migrate(connection, migrations);
            file.AssertChain(connection, chain);
            return file;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw file.Unusable($"cannot be used: {error.Message}", error);
        }
    }

    /// <summary>A connection of its own for one thread of work. Dispose gives it back; it is cheap.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            var level = _durability == StateDurability.Power ? "FULL" : "NORMAL";
            connection.Execute($"PRAGMA synchronous = {level};");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes what is kept open between uses, so that the file can be moved or removed.</summary>
    public void Release() => Release(_connectionString);

    /// <summary>Removes a state file with what SQLite keeps beside it.</summary>
    public static void Delete(string path)
    {
        // A connection that is kept open would go on with the removed file.
        Release(ConnectionString(System.IO.Path.GetFullPath(path)));
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(path + suffix);
        }
    }

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = LockTimeoutSeconds,
        ForeignKeys = true,
    }.ToString();

    private static void Release(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>SQLite itself would create the file readable by everybody.</summary>
    private void Create()
    {
        PrivateFile.CreateFolder(System.IO.Path.GetDirectoryName(Path)!);
        PrivateFile.CreateEmpty(Path);
    }

    private void Migrate(SqliteConnection connection, IReadOnlyList<string> migrations)
    {
        // Only one process migrates; a second one finds its work done.
        using var transaction = connection.BeginTransaction(deferred: false);
        var done = (int)connection.Scalar<long>("PRAGMA user_version");
        if (done > migrations.Count)
        {
            throw Unusable($"was written by a newer program (schema {done}, this one knows {migrations.Count}). Use the newer program, or remove the file if what it holds is not needed.");
        }

        if (done == 0)
        {
            connection.Execute("CREATE TABLE chain (chain_id INTEGER NOT NULL, contract TEXT NOT NULL, deploy_block_hash TEXT NOT NULL) STRICT;");
        }

        foreach (var migration in migrations.Skip(done))
        {
            connection.Execute(migration);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migrations.Count};"));
        transaction.Commit();
    }

    private void AssertChain(SqliteConnection connection, ChainIdentity chain)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var read = connection.Prepare("SELECT chain_id, contract, deploy_block_hash FROM chain");
        ChainIdentity? stored = null;
        using (var row = read.ExecuteReader())
        {
            if (row.Read())
            {
                stored = new ChainIdentity(row.GetInt64(0), row.GetString(1), row.GetString(2));
            }
        }

        if (stored is null)
        {
            connection.Execute(
                "INSERT INTO chain VALUES ($id, $contract, $hash)",
                ("$id", chain.ChainId),
                ("$contract", chain.Contract),
                ("$hash", chain.DeployBlockHash));
        }
        else if (stored != chain)
        {
            throw new SendingException(
                ErrorCode.StateOfAnotherChain,
                $"The state file {Path} belongs to another chain (id {stored.ChainId}, deployed with block {stored.DeployBlockHash}) than the one in use "
                + $"(id {chain.ChainId}, block {chain.DeployBlockHash}). Name another file, or remove this one if that chain is gone.",
                new Dictionary<string, string> { ["file"] = Path });
        }

        transaction.Commit();
    }

    private SendingException Unusable(string what, Exception? cause = null)
        => new(ErrorCode.StateUnusable, $"The state file {Path} {what}", new Dictionary<string, string> { ["file"] = Path }, cause);
}
