using CsCheck;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Events.Storage;

/// <summary>The store alone, on a chain that is made up.</summary>
public sealed class SqliteChainStoreTests : IDisposable
{
    private const string Contract = nameof(ContractAddresses.NodeStaking);

    private static readonly string Address = "0x" + new string('1', 40);
    private static readonly ContractAddresses Contracts = new(Address, Address, Address, Address, Address, Address, Address, Address, Address);
    private static readonly ChainIdentity Chain = new(31337, Address, Hash(0, 0));

    private readonly TemporaryFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    /// <summary>Whatever events did to rows - added, changed, removed, with any value - taken back, it never happened.</summary>
    [Fact]
    public void What_is_rewound_never_happened()
    {
        var actions = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.String[0, 6], Gen.Byte.Array[0, 6]);
        var blocks = actions.Array[0, 4].Array[1, 12];
        Gen.Select(blocks, blocks, Gen.Int[0, 12]).Sample(
            (kept, lost, again) =>
            {
                using var rewound = Open();
                var number = Add(rewound.Store, kept, branch: 0, first: 1);
                Add(rewound.Store, lost, branch: 1, first: number);
                rewound.Store.Rewind(number - 1);
                var tail = lost.Take(again).ToArray();
                Add(rewound.Store, tail, branch: 2, first: number);

                using var straight = Open();
                Add(straight.Store, kept, branch: 0, first: 1);
                Add(straight.Store, tail, branch: 2, first: number);
                Assert.Equal(StoreContents.Of(straight.Store.File.Path), StoreContents.Of(rewound.Store.File.Path));
                Assert.Equal(straight.Store.Cursor, rewound.Store.Cursor);
            },
            iter: 25,
            threads: 1);
    }

    [Fact]
    public void A_batch_that_fails_leaves_nothing_behind()
    {
        using var opened = Open();
        Add(opened.Store, [[(0, 1, "one", [])]], branch: 0, first: 1);
        var before = StoreContents.Of(opened.Store.File.Path);

        var failing = Block(2, 0);
        Assert.Throws<InvalidOperationException>(() => opened.Store.Append(new BlockBatch(
            [failing],
            [Event(failing, 0, (0, 2, "two", [])), Event(failing, 1, (9, 0, "", []))],
            0)));

        Assert.Equal(before, StoreContents.Of(opened.Store.File.Path));
        Assert.Equal(1, opened.Store.Cursor!.Number);
        Add(opened.Store, [[(0, 2, "two", [])]], branch: 0, first: 2);
        Assert.Equal(2, opened.Store.Cursor!.Number);
    }

    [Fact]
    public void Final_blocks_need_no_journal_and_are_not_rewound()
    {
        using var opened = Open();
        Add(opened.Store, [[(0, 1, "one", [])], [], [(1, 1, "two", [])], []], branch: 0, first: 1);
        opened.Store.Append(new BlockBatch([Block(5, 0)], [], 3));
        Assert.Equal((5, 3), (opened.Store.Cursor!.Number, opened.Store.Final));
        Assert.Null(opened.Store.FindBlock(2));
        Assert.NotNull(opened.Store.FindBlock(1));
        Assert.NotNull(opened.Store.FindBlock(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => opened.Store.Rewind(2));
        opened.Store.Rewind(3);
        Assert.Equal(3, opened.Store.Cursor!.Number);
        Assert.DoesNotContain("undo", StoreContents.Of(opened.Store.File.Path).Split('\n').Where(line => line.StartsWith("undo ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_store_of_another_version_of_a_projection_is_refused()
    {
        var path = _folder.File("versions.db");
        using var lease = await FollowerLease.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, null, default);
        using (var store = SqliteChainStore.Open(lease, Chain, Contracts, [new Notes(1)]))
        {
            Add(store, [[]], branch: 0, first: 1);
        }

        var error = Assert.Throws<SendingException>(() => SqliteChainStore.Open(lease, Chain, Contracts, [new Notes(2)]));
        Assert.Equal(ErrorCode.StateUnusable, error.Code);
        Assert.Contains("another version", error.Message);
    }

    [Fact]
    public async Task One_process_at_a_time_writes()
    {
        var path = _folder.File("lease.db");
        var told = 0;
        using (await FollowerLease.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, null, default))
        {
            var error = await Assert.ThrowsAsync<SendingException>(() => FollowerLease.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, null, default));
            Assert.Equal(ErrorCode.StateUnusable, error.Code);
        }

        var first = await FollowerLease.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, null, default);
        var waiting = FollowerLease.TakeAsync(path, TimeSpan.FromMinutes(2), TimeProvider.System, () => Interlocked.Increment(ref told), default);
        while (Volatile.Read(ref told) == 0)
        {
            await Task.Delay(5);
        }

        first.Dispose();
        using var second = await waiting;
        Assert.Equal(1, told);
    }

    private static string Hash(long number, int branch) => $"0x{number:x32}{branch:x32}";

    private static IndexedBlock Block(long number, int branch)
        => new(number, Hash(number, branch), Hash(number - 1, branch), DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + number));

    private static ChainEvent Event(IndexedBlock block, int index, (int Kind, int Id, string Text, byte[] Data) action)
    {
        Dictionary<string, string> text = new() { ["k"] = $"{action.Kind}", ["i"] = $"{action.Id}", ["t"] = action.Text, ["d"] = Convert.ToHexString(action.Data) };
        return new ChainEvent(block, index, Contract, new FilterLog
        {
            Address = Address,
            Topics = [Hash(1, 0)],
            Data = "0x" + Convert.ToHexString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(text)),
            TransactionHash = Hash(index, 7),
            BlockNumber = new HexBigInteger(block.Number),
            BlockHash = block.Hash,
            LogIndex = new HexBigInteger(index),
        });
    }

    /// <returns>The number of the block after the last.</returns>
    private static long Add(SqliteChainStore store, (int Kind, int Id, string Text, byte[] Data)[][] blocks, int branch, long first)
    {
        foreach (var actions in blocks)
        {
            var block = Block(first++, branch);
            store.Append(new BlockBatch([block], [.. actions.Select((action, index) => Event(block, index, action))], 0));
        }

        return first;
    }

    private Opened Open()
    {
        var lease = FollowerLease.TakeAsync(_folder.File($"store{_files++}.db"), TimeSpan.Zero, TimeProvider.System, null, default).GetAwaiter().GetResult();
        return new Opened(lease, SqliteChainStore.Open(lease, Chain, Contracts, [new Notes(1)]));
    }

    private sealed record Opened(FollowerLease Lease, SqliteChainStore Store) : IDisposable
    {
        public void Dispose()
        {
            Store.Dispose();
            Lease.Dispose();
        }
    }

    /// <summary>A table with every kind of value, and one whose row id is a column.</summary>
    private sealed class Notes(int version) : IProjection
    {
        public string Name => "notes";

        public int Version => version;

        public string Schema => """
            CREATE TABLE notes (id INTEGER NOT NULL, text TEXT, data BLOB, amount BLOB NOT NULL, UNIQUE (id, text)) STRICT;
            CREATE TABLE log (event INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
            """;

        public IReadOnlyList<string> Tables => ["notes", "log"];

        public void Apply(IProjectionSession session, ChainEvent chainEvent)
        {
            var fields = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(Word.Bytes(chainEvent.Log.Data))!;
            var (id, text, data) = (long.Parse(fields["i"], System.Globalization.CultureInfo.InvariantCulture), fields["t"], Convert.FromHexString(fields["d"]));
            session.Execute("INSERT INTO log VALUES ($event, $text)", ("$event", chainEvent.Id), ("$text", text));
            switch (fields["k"])
            {
                case "0":
                    session.Execute(
                        "INSERT INTO notes VALUES ($id, $text, $data, $one) ON CONFLICT DO UPDATE SET data = excluded.data, amount = word_add(amount, $one)",
                        ("$id", id),
                        ("$text", text),
                        ("$data", data.Length == 0 ? null : data),
                        ("$one", Word.Of(1)));
                    break;
                case "1":
                    session.Execute("UPDATE notes SET text = NULL, data = $data WHERE id = $id", ("$id", id), ("$data", data));
                    break;
                case "2":
                    session.Execute("DELETE FROM notes WHERE id = $id", ("$id", id));
                    break;
                case "3":
                    session.Execute("DELETE FROM log WHERE text = $text", ("$text", text));
                    break;
                default:
                    throw new InvalidOperationException("no such kind");
            }
        }
    }
}
