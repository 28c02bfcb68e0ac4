using Microsoft.Data.Sqlite;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;
using Sending.Testing;

namespace Sending.Chain.Tests.Storage;

public sealed class StateFileTests : IDisposable
{
    private const string First = "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;";
    private const string Second = "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7;";

    private static readonly ChainIdentity Chain = new(31337, "0x5FbDB2315678afecb367f032d93F642f64180aa3", "0x" + new string('a', 64));

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("deep", "state.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public void Contents_outlive_the_connection_and_a_migration()
    {
        using (var connection = Open([First]).Connect())
        {
            connection.Execute("INSERT INTO thing (name) VALUES ($name)", ("$name", "a'b"));
        }

        using var later = Open([First, Second]).Connect();
        Assert.Equal([("a'b", 7L)], later.Query("SELECT name, size FROM thing", row => (row.GetString(0), row.GetInt64(1))));
        Assert.Equal(2, later.Scalar<long>("PRAGMA user_version"));
    }

    [Fact]
    public void A_failed_migration_changes_nothing()
    {
        Open([First]);
        var error = Refusal(() => Open([First, Second + "CREATE TABLE thing (id INTEGER) STRICT;"]));
        Assert.Equal(ErrorCode.StateUnusable, error.Code);
        using var connection = Open([First]).Connect();
        Assert.Equal(1, connection.Scalar<long>("PRAGMA user_version"));
        Assert.Equal(2, connection.Scalar<long>("SELECT count(*) FROM pragma_table_info('thing')"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Another_chain_is_refused(int difference)
    {
        Open([First]);
        var other = difference switch
        {
            1 => Chain with { ChainId = 1 },
            2 => Chain with { Contract = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512" },
            _ => Chain with { DeployBlockHash = "0x" + new string('b', 64) },
        };
        var error = Refusal(() => StateFile.Open(Path, other, [First], StateDurability.Process));
        Assert.Equal(ErrorCode.StateOfAnotherChain, error.Code);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        Open([First]);
    }

    [Fact]
    public void A_newer_schema_is_refused()
    {
        Open([First, Second]);
        Assert.Contains("newer program", Refusal(() => Open([First])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_database_is_refused_and_left_as_it_is()
    {
        var text = new string('x', 5000);
        _folder.Write("deep/state.db", text);
        Assert.Equal(ErrorCode.StateUnusable, Refusal(() => Open([First])).Code);
        SqliteConnection.ClearAllPools();
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void Several_openings_at_once_make_one_schema()
    {
        Parallel.For(0, 8, _ => Open([First, Second]));
        using var connection = Open([First, Second]).Connect();
        Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM chain"));
    }

    [Fact]
    public void Only_the_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var connection = Open([First]).Connect();
        connection.Execute("INSERT INTO thing (name) VALUES ('a')");
        foreach (var file in Directory.GetFiles(_folder.File("deep")))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData(StateDurability.Process, 1)]
    [InlineData(StateDurability.Power, 2)]
    public void Durability_is_what_was_asked_for(StateDurability durability, long synchronous)
    {
        using var connection = StateFile.Open(Path, Chain, [First], durability).Connect();
        Assert.Equal(synchronous, connection.Scalar<long>("PRAGMA synchronous"));
        Assert.Equal("wal", connection.Scalar<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public void Deleting_leaves_nothing()
    {
        var file = Open([First]);
        using (var connection = file.Connect())
        {
            connection.Execute("INSERT INTO thing (name) VALUES ('a')");
        }

        file.Release();
        StateFile.Delete(Path);
        Assert.Empty(Directory.GetFiles(_folder.File("deep")));
    }

    private static SendingException Refusal(Action action) => Assert.Throws<SendingException>(action);

    private StateFile Open(IReadOnlyList<string> migrations) => StateFile.Open(Path, Chain, migrations, StateDurability.Process);
}
