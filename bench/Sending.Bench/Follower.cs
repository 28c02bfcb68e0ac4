using System.Diagnostics;
using Nethereum.Contracts;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Devnet;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Bench;

/// <summary>Events indexed per second from a devnet, next to a bare loop that only fetches them.</summary>
internal static class Follower
{
    private const int Events = 100_000;
    private const int EventsPerBlock = 500;
    private const int BlocksPerPage = 10;
    private const int LiveBlocks = 200;

    public static async Task MeasureAsync(string root, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sending-bench-").FullName;
        var devnet = new LocalDevnet(new DevnetFolder(Path.Combine(folder, "devnet")), root, TimeProvider.System);
        var progress = new Progress<string>();
        var state = await devnet.UpAsync(new DevnetOptions { Port = 0 }, progress, cancellationToken);
        try
        {
            using var connection = await devnet.ConnectAsync(cancellationToken);
            await MeasureAsync(connection, state.Accounts[0].Address, folder, cancellationToken);
        }
        finally
        {
            await devnet.DownAsync(progress, CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ChainConnection connection, string sender, string folder, CancellationToken cancellationToken)
    {
        await connection.Web3.Client.SendRequestAsync("evm_setIntervalMining", null, 0);
        for (var done = 0; done < Events; done += EventsPerBlock)
        {
            await ChangeAsync(connection, sender, EventsPerBlock, done);
        }

        Tell("bare eth_getLogs, paged", Events, await TimeAsync(() => FetchAsync(connection, cancellationToken)));
        var settled = new FollowerOptions { Finality = Finality.Latest };
        await RebuildAsync("rebuild, final blocks", connection, Path.Combine(folder, "final.db"), settled, cancellationToken);
        Tell("bare eth_getLogs, paged, again", Events, await TimeAsync(() => FetchAsync(connection, cancellationToken)));
        await FollowAsync(connection, sender, Path.Combine(folder, "final.db"), settled, cancellationToken);
        Console.WriteLine($"largest memory of the whole process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
    }

    private static async Task RebuildAsync(string what, ChainConnection connection, string path, FollowerOptions options, CancellationToken cancellationToken)
    {
        var index = new ProtocolIndex(path, connection, options, TimeProvider.System);
        var largest = await Heap.LargestAsync(async () => Tell(what, Events, await TimeAsync(async () => (await index.RebuildAsync(cancellationToken)).Dispose())));
        Console.WriteLine($"{"",-34} heap at most {largest >> 20} MiB, file {new FileInfo(path).Length >> 20} MiB");
    }

    /// <summary>What a service does: a block comes, it is indexed.</summary>
    private static async Task FollowAsync(ChainConnection connection, string sender, string path, FollowerOptions options, CancellationToken cancellationToken)
    {
        using var lease = await FollowerLease.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, null, cancellationToken);
        var projection = new ProtocolProjection(await new ProtocolReader(connection).GetClockAsync(cancellationToken));
        using var store = SqliteChainStore.Open(lease, await connection.GetIdentityAsync(cancellationToken), connection.Deployment.Contracts, [projection]);
        var follower = new ChainFollower(connection, store, options, TimeProvider.System);
        await follower.CatchUpAsync(null, cancellationToken);
        var spent = TimeSpan.Zero;
        for (var block = 0; block < LiveBlocks; block++)
        {
            await ChangeAsync(connection, sender, 1, Events + block);
            spent += await TimeAsync(() => follower.CatchUpAsync(null, cancellationToken));
        }

        Console.WriteLine($"{"one new block with one event",-34} {spent.TotalMilliseconds / LiveBlocks,10:F1} ms until it is indexed");
    }

    private static async Task FetchAsync(ChainConnection connection, CancellationToken cancellationToken)
    {
        var head = (await connection.GetHeadAsync(cancellationToken)).Number;
        long found = 0;
        for (var first = connection.Deployment.DeployBlock; first <= head; first += BlocksPerPage)
        {
            var filter = new NewFilterInput
            {
                Address = [connection.Deployment.Contracts.DidRegistry],
                FromBlock = new BlockParameter(new HexBigInteger(first)),
                ToBlock = new BlockParameter(new HexBigInteger(Math.Min(head, first + BlocksPerPage - 1))),
            };
            found += (await connection.Web3.Eth.Filters.GetLogs.SendRequestAsync(filter).WaitAsync(cancellationToken)).Length;
        }

        if (found < Events)
        {
            throw new InvalidOperationException($"Only {found} events were found.");
        }
    }

    /// <summary>So many changes of one identity in one block.</summary>
    internal static async Task ChangeAsync(ChainConnection connection, string sender, int count, int number)
    {
        var changes = Enumerable.Range(number, count).Select(place => new Change
        {
            Kind = 0, Name = [.. BitConverter.GetBytes(place), .. new byte[28]], Account = sender, Value = [1, 2, 3, 4], Validity = 1_000_000,
        });
        var message = new ApplyChangesFunction { FromAddress = sender, Identity = sender, Changes = [.. changes], Gas = 15_000_000 };
        var hash = await connection.Web3.Client.SendRequestAsync<string>("eth_sendTransaction", null, message.CreateTransactionInput(connection.Deployment.Contracts.DidRegistry));
        TransactionReceipt? receipt;
        while ((receipt = await connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash)) is null)
        {
            await Task.Delay(1);
        }

        if (!receipt.Status.Value.IsOne)
        {
            throw new InvalidOperationException("The changes failed.");
        }
    }

    private static void Tell(string what, int events, TimeSpan time)
        => Console.WriteLine($"{what,-34} {events / time.TotalSeconds,10:N0} events/s ({time.TotalSeconds:F1} s)");

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
