using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Edge.Receipts;
using Sending.Edge.Storage;

namespace Sending.Edge.Tests.Receipts;

public sealed class ClosedBooksTests : IAsyncLifetime
{
    private const string Edge = "0x00000000000000000000000000000000000000E1";
    private static readonly ChainIdentity s_chain = new(31337, Edge, "0x" + new string('1', 64));

    private readonly TemporaryFolder _folder = new();
    private EdgeStore _store = null!;

    private ReceiptLedger Ledger => new(_store, new ChainTerms(new NoSource(), Edge, new NothingKnownCharged()), TypedDataDomain.OfWork(31337, Edge), new LedgerOptions());

    public Task InitializeAsync()
    {
        _store = EdgeStore.Open(_folder.File("edge.db"), s_chain);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task LeavesAreTheBestReceiptsInTheOrderOfTheTree()
    {
        foreach (var (payer, signer) in new[] { (0xF0, 2), (0x0F, 9), (0xF0, 1), (0x10, 3) })
        {
            await ServeAsync(payer, signer, epoch: 4, used: 10, receipted: 7);
        }

        await ServeAsync(0x55, 5, epoch: 4, used: 3, receipted: 0);
        await ServeAsync(0x56, 5, epoch: 5, used: 3, receipted: 3);

        var leaves = await Ledger.CloseAsync(4, 5, default);

        Assert.Equal([(0x0F, 9), (0x10, 3), (0xF0, 1), (0xF0, 2)], leaves.Select(leaf => (Number(leaf.Client), Number(leaf.Signer))));
        Assert.All(leaves, leaf => Assert.Equal(7UL, leaf.Units));
    }

    [Fact]
    public async Task ClosingAgainReturnsTheSameAlsoAfterARestart()
    {
        await ServeAsync(1, 1, epoch: 0, used: 5, receipted: 5);
        var first = await Ledger.CloseAsync(0, 1, default);
        await _store.DisposeAsync();
        _store = EdgeStore.Open(_folder.File("edge.db"), s_chain);

        var again = await Ledger.CloseAsync(0, 3, default);

        Assert.Equal(0, Ledger.ClosedThrough);
        Assert.Equal(first.Select(leaf => (leaf.Client, leaf.Signer, leaf.Units)), again.Select(leaf => (leaf.Client, leaf.Signer, leaf.Units)));
    }

    [Fact]
    public async Task WhatIsNotSignedForIsDueInTheEpochThatRuns()
    {
        await ServeAsync(1, 1, epoch: 2, used: 9, receipted: 4);
        await ServeAsync(1, 1, epoch: 3, used: 6, receipted: 0);
        await ServeAsync(1, 1, epoch: 5, used: 2, receipted: 2);

        await Ledger.CloseAsync(4, 5, default);

        var (open, spent) = await _store.WriteAsync(
            statements => new LedgerRows(statements) is var rows ? (rows.ListOpen(Bytes(1), Bytes(1), rows.ClosedThrough), rows.ListSpent(Bytes(1), -1)) : default,
            default);
        var due = Assert.Single(open);
        Assert.Equal((5, 2 + 5 + 6, 2), (due.Epoch, due.Units, due.Receipted));
        Assert.Equal(17, spent.Sum(each => each.Units));
        Assert.Equal(4, spent.Single(each => each.Epoch == 2).Units);
    }

    [Fact]
    public async Task OpenEpochsAreThoseWithReceipts()
    {
        await ServeAsync(1, 1, epoch: 1, used: 1, receipted: 1);
        await ServeAsync(2, 2, epoch: 1, used: 1, receipted: 1);
        await ServeAsync(1, 1, epoch: 2, used: 1, receipted: 0);
        await ServeAsync(1, 1, epoch: 3, used: 1, receipted: 1);

        Assert.Equal([1, 3], Ledger.ListOpenEpochs(3));
        Assert.Equal([1], Ledger.ListOpenEpochs(2));
        await Ledger.CloseAsync(1, 4, default);
        Assert.Equal([3], Ledger.ListOpenEpochs(9));
    }

    [Fact]
    public async Task AWriteThatThrowsLeavesNothingAndDisturbsNoOther()
    {
        var writes = Enumerable.Range(0, 200).Select(async number =>
        {
            try
            {
                await _store.WriteAsync(
                    statements =>
                    {
                        new LedgerRows(statements).Use(Bytes(number), Bytes(number), 0, 1);
                        return number % 3 == 0 ? throw new InvalidOperationException() : number;
                    },
                    default);
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        });
        var kept = await Task.WhenAll(writes);

        var stored = await _store.WriteAsync(statements => statements.Query("SELECT payer FROM accounts", row => Number(Word.Address(row.GetFieldValue<byte[]>(0)))), default);
        Assert.Equal(Enumerable.Range(0, 200).Where(number => number % 3 != 0), stored.Order());
        Assert.Equal(Enumerable.Range(0, 200).Select(number => number % 3 != 0), kept);
    }

    [Fact]
    public async Task AClosedStoreSaysSo()
    {
        await _store.DisposeAsync();

        var error = await Assert.ThrowsAsync<SendingException>(() => Ledger.CloseAsync(0, 1, default));

        Assert.Equal(ErrorCode.StateUnusable, error.Code);
    }

    private Task<int> ServeAsync(int payer, int signer, long epoch, long used, long receipted) => _store.WriteAsync(
        statements =>
        {
            var rows = new LedgerRows(statements);
            rows.Use(Bytes(payer), Bytes(signer), epoch, used);
            rows.SetReceipt(Bytes(payer), Bytes(signer), epoch, receipted, new byte[65]);
            return 0;
        },
        default);

    private static byte[] Bytes(int number)
    {
        var address = new byte[20];
        (address[0], address[19]) = ((byte)number, (byte)(number >> 8));
        return address;
    }

    private static int Number(string address) => Word.Bytes(address) is var bytes ? bytes[0] | (bytes[19] << 8) : 0;

    private sealed class NoSource : IProtocolSource
    {
        public ValueTask<IndexedBlock> RefreshAsync(TimeSpan age, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public ProtocolState? Open() => null;
    }
}
