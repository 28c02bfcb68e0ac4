using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Work;
using Sending.Testing;
using Sending.Testing.Work;

namespace Sending.Chain.Tests.Work;

public sealed class SqliteLeafStoreTests : IDisposable
{
    private static readonly ChainIdentity Chain = new(31337, "0x" + new string('1', 40), "0x" + new string('2', 64));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_saved_is_read_in_pages_by_whoever_opens_the_file()
    {
        var set = LeafMaker.Honest(25);
        await Open().SaveAsync(set, default);
        await Open().SaveAsync(set with { Epoch = 99 }, default);

        var store = Open();
        Assert.Equal(set.Header, await store.FindAsync(set.Root, default));
        var read = new List<SignedLeaf>();
        for (int? next = 0; next is { } from;)
        {
            var page = LeafPage.Parse((await LeafPage.ReadAsync(store, set.Root, from, 10, default))!.ToJson());
            Assert.Equal((set.Header, from), (page.Header, page.From));
            read.AddRange(page.Leaves);
            next = page.Next;
        }

        Assert.Equal(set.Root, LeafMaker.AsIs(read).Root);
        Assert.Empty((await LeafPage.ReadAsync(store, set.Root, 1_000_000, 10, default))!.Leaves);
    }

    [Fact]
    public async Task An_unknown_set_is_none_and_an_old_one_is_forgotten()
    {
        var store = Open();
        var (old, recent) = (LeafMaker.Honest(2) with { Epoch = 3 }, LeafMaker.Honest(3));
        await store.SaveAsync(old, default);
        await store.SaveAsync(recent, default);
        await store.ForgetAsync(4, default);

        Assert.Null(await store.FindAsync(old.Root, default));
        Assert.Empty(await store.ReadAsync(old.Root, 0, 10, default));
        Assert.Null(await LeafPage.ReadAsync(store, "0x" + new string('0', 64), 0, 10, default));
        Assert.Equal(3, (await store.ReadAsync(recent.Root, 0, 10, default)).Count);
    }

    [Fact]
    public async Task A_save_that_is_given_up_leaves_nothing()
    {
        var (store, set) = (Open(), LeafMaker.Honest(10));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await store.SaveAsync(set, new CancellationToken(canceled: true)));

        Assert.Null(await store.FindAsync(set.Root, default));
        await store.SaveAsync(set, default);
        Assert.Equal(10, (await store.ReadAsync(set.Root, 0, 100, default)).Count);
    }

    [Fact]
    public async Task Sums_of_64_bits_keep_their_value()
    {
        var (store, set) = (Open(), LeafMaker.AsIs([LeafMaker.Sign(1, ulong.MaxValue - 1)]));
        await store.SaveAsync(set, default);

        Assert.Equal(ulong.MaxValue - 1, (await store.FindAsync(set.Root, default))!.Units);
        Assert.Equal(ulong.MaxValue - 1, Assert.Single(await store.ReadAsync(set.Root, 0, 9, default)).Units);
    }

    private SqliteLeafStore Open() => SqliteLeafStore.Open(_folder.File("leaves.db"), Chain);
}
