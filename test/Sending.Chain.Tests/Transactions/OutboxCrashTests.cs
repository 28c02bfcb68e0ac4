using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Accounts;
using Sending.Chain.Transactions;
using Sending.OutboxWorker;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

/// <summary>Real processes that die while they send, through a node that misbehaves. On a devnet of its own, for it is busy.</summary>
public sealed class OutboxCrashTests(DevnetFixture devnet) : OutboxLab(devnet), IClassFixture<DevnetFixture>
{
    private readonly TemporaryFolder _orders = new();

    [Fact]
    public async Task A_thousand_transfers_happen_once_each_though_the_node_lies_and_the_process_is_killed_twenty_times()
    {
        const int senders = 4, each = 250, kills = 20;
        var seed = Environment.GetEnvironmentVariable("OUTBOX_SEED") is { } given ? int.Parse(given) : Random.Shared.Next();
        var random = new Random(seed);
        var accounts = await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => AccountAsync(0)));
        var job = Job(accounts, each) with { Finalized = true };
        var sends = 0;
        Misbehave(seed, () => Interlocked.Increment(ref sends));

        // Each at a random moment of a random send, spread over the whole.
        foreach (var send in Enumerable.Range(0, kills).Select(_ => random.Next(1, senders * each)).Order())
        {
            using var victim = WorkerProcess.Start(job, _orders.File("job.json"));
            while (Volatile.Read(ref sends) < send && !victim.HasExited)
            {
                await Task.Delay(2);
            }

            await Task.Delay(random.Next(0, 20));
            Assert.False(victim.HasExited, $"It ended before it was killed (seed {seed}).");
            await victim.KillAsync();
        }

        using var last = WorkerProcess.Start(job, _orders.File("job.json"));
        Assert.True(await last.FinishAsync() == 0, $"seed {seed}");
        await AssertOnceEachAsync(accounts, each, $"seed {seed}");
        Rpc.Behave();
        Rpc.Head = null;
        var outbox = await OpenAsync();
        Assert.Equal(new Dictionary<OutboxState, int> { [OutboxState.Final] = senders * each }, outbox.CountByState());
    }

    [Fact]
    public async Task Whatever_the_instruction_that_it_dies_at_each_transfer_happens_once()
    {
        const int each = 3;
        var two = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        await Parallel.ForEachAsync(Enum.GetValues<OutboxPoint>(), two, async (point, _) =>
        {
            var account = await AccountAsync(0);
            await using var rpc = FaultyRpc.InFrontOf(Devnet.State.RpcUrl!);
            if (point == OutboxPoint.Replaced)
            {
                rpc.On("eth_sendRawTransaction").Once(Fault.Refuse(RpcRefusal.ReplacementUnderpriced));
            }

            var job = Job([account], each) with { RpcUrl = rpc.Url, Outbox = _orders.File($"{point}.db"), DieAt = point.ToString() };
            using (var victim = WorkerProcess.Start(job, _orders.File($"{point}.json")))
            {
                Assert.True(await victim.FinishAsync() == 137, $"It was to die at {point}.");
            }

            using var heir = WorkerProcess.Start(job with { DieAt = null }, _orders.File($"{point}.json"));
            Assert.True(await heir.FinishAsync() == 0, $"{point}");
            await AssertOnceEachAsync([account], each, $"{point}");
        });
    }

    [Fact]
    public async Task Two_processes_share_a_file_and_send_each_transfer_once()
    {
        const int each = 40;
        UnlockedAccount[] accounts = [await AccountAsync(0), await AccountAsync(0)];
        var job = Job(accounts, each);
        using var first = WorkerProcess.Start(job, _orders.File("first.json"));
        using var second = WorkerProcess.Start(job, _orders.File("second.json"));
        Assert.All(await Task.WhenAll(first.FinishAsync(), second.FinishAsync()), code => Assert.Equal(0, code));
        await AssertOnceEachAsync(accounts, each, "two processes");
    }

    private WorkerJob Job(IReadOnlyList<UnlockedAccount> accounts, int each) => new()
    {
        Deployment = Devnet.Devnet.Folder.DeploymentFile,
        RpcUrl = Rpc.Url,
        Outbox = File,
        Keys = [.. accounts.Select(account => account.Key.GetPrivateKey().EnsureHexPrefix())],
        Transfers = each,
    };

    private void Misbehave(int seed, Action sent)
    {
        (Fault, double)[] anywhere =
        [
            (Fault.Drop, 0.01), (Fault.ForwardThenDrop, 0.01), (Fault.Delay(TimeSpan.FromMilliseconds(30)), 0.02), (Fault.ForwardTwice, 0.01), (Fault.AnswerTwice, 0.01),
            (Fault.TooManyRequests(), 0.01), (Fault.BadGateway, 0.01), (Fault.HalfAnswer, 0.01), (Fault.BreakAnswer, 0.01),
        ];
        var lies = new[] { RpcRefusal.AlreadyKnown, RpcRefusal.NonceTooLow, RpcRefusal.ReplacementUnderpriced }
            .SelectMany(lie => new[] { (Fault.Refuse(lie), 0.015), (Fault.ForwardThenRefuse(lie), 0.015) });
        Rpc.Random(seed, anywhere);
        Rpc.On("eth_sendRawTransaction")
            .When(_ =>
            {
                sent();
                return true;
            })
            .Randomly(seed + 1, [.. anywhere, .. lies]);
        var stale = new Random(seed + 2);
        Rpc.Finalized = head => head - 2;
        Rpc.Head = head =>
        {
            lock (stale)
            {
                return stale.Next(10) == 0 ? head - stale.Next(1, 4) : head;
            }
        };
    }

    /// <summary>Each recipient holds exactly its amount, and each sender has used exactly so many nonces: no gap, nothing else.</summary>
    private async Task AssertOnceEachAsync(IEnumerable<UnlockedAccount> accounts, int each, string hint)
    {
        foreach (var account in accounts)
        {
            var received = await Task.WhenAll(Enumerable.Range(0, each).Select(async number =>
                (await Devnet.Connection.Web3.Eth.GetBalance.SendRequestAsync(WorkerJob.Recipient(account.Address, number))).Value));
            Assert.True(received.All(wei => wei == WorkerJob.Amount), $"{received.Count(wei => wei.IsZero)} lost, {received.Count(wei => wei > WorkerJob.Amount)} doubled ({hint})");
            Assert.True(await CountAsync(account) == each, $"{await CountAsync(account)} transactions of {each} ({hint})");
        }
    }
}
