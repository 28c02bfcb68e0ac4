using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

/// <summary>Fees that move, and transactions that are stuck because of it. No block comes by itself here.</summary>
[Collection(DevnetCollection.Name)]
public sealed class OutboxFeeTests(DevnetFixture devnet) : OutboxLab(devnet), IAsyncLifetime
{
    private static readonly BigInteger Gwei = 1_000_000_000;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Devnet.SetIntervalMiningAsync(false);
        await SetBaseFeeAsync(10 * Gwei);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await SetBaseFeeAsync(Gwei);
        await Devnet.SetMiningAsync(true);
        await DisposeAsync();
    }

    [Fact]
    public async Task A_stuck_transaction_is_replaced_with_the_same_nonce_and_higher_fees()
    {
        var (account, outbox, intent) = await SendUnminedAsync(new FeePolicy());
        var first = outbox.Find(intent.Key)!.Attempts.Single();
        await WhileRunningAsync(outbox, async patience =>
        {
            // Above what it offers: 2 x 10 gwei and the tip.
            await SetBaseFeeAsync(30 * Gwei);
            await UntilAsync(() => Task.FromResult(outbox.Find(intent.Key)!.Attempts.Count > 1));
            await Devnet.MineAsync();
            await outbox.WaitAsync(intent.Key, OutboxState.Final, patience);
        });
        var entry = outbox.Find(intent.Key)!;
        var second = entry.Attempts[1];
        Assert.Equal((first.Nonce, second.Hash), (second.Nonce, entry.Outcome!.Hash));
        Assert.True(second.MaxFeePerGas >= first.MaxFeePerGas * 9 / 8 && second.Tip >= first.Tip * 9 / 8, $"{first} {second}");
        Assert.Equal((7, 1), (await ReceivedAsync(intent), await CountAsync(account)));
    }

    [Fact]
    public async Task One_that_costs_the_most_already_keeps_waiting_and_says_so()
    {
        var (account, outbox, intent) = await SendUnminedAsync(new FeePolicy { Cap = 21 * Gwei });
        await WhileRunningAsync(outbox, async patience =>
        {
            await SetBaseFeeAsync(30 * Gwei);
            await UntilAsync(() => Task.FromResult(outbox.Find(intent.Key)!.Note is { Reason: OutboxWait.Fees }));
            Assert.Contains("21000000000", outbox.Find(intent.Key)!.Note!.Text);
            await SetBaseFeeAsync(15 * Gwei);
            await outbox.WaitAsync(intent.Key, OutboxState.Final, patience);
        });
        var entry = outbox.Find(intent.Key)!;
        Assert.Equal((1, true, null), (entry.Attempts.Count, entry.Outcome!.Succeeded, entry.Note));
        Assert.Equal((7, 1), (await ReceivedAsync(intent), await CountAsync(account)));
    }

    [Fact]
    public async Task Nothing_is_signed_while_the_base_fee_is_above_the_cap()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        var intent = outbox.Enqueue(Transfer(account, "capped") with { Fees = new FeePolicy { Cap = 9 * Gwei } }).Intent;
        await WhileRunningAsync(outbox, async patience =>
        {
            await UntilAsync(() => Task.FromResult(outbox.Find("capped")!.Note is { Reason: OutboxWait.Fees }));
            Assert.Equal(OutboxState.Recorded, outbox.Find("capped")!.State);
            await SetBaseFeeAsync(5 * Gwei);
            await outbox.WaitAsync("capped", OutboxState.Final, patience);
        });
        Assert.True(outbox.Find("capped")!.Attempts.Single().MaxFeePerGas <= 9 * Gwei);
        Assert.Equal(7, await ReceivedAsync(intent));
    }

    [Fact]
    public async Task It_waits_until_it_is_cheaper()
    {
        var (account, outbox, intent) = await EnqueueCheapAsync(until: TimeSpan.FromHours(1), sendAnyway: false);
        await WhileRunningAsync(outbox, async patience =>
        {
            await UntilAsync(() => Task.FromResult(outbox.Find(intent.Key)!.Note is { Reason: OutboxWait.Fees }));
            Assert.Equal((OutboxState.Recorded, 0), (outbox.Find(intent.Key)!.State, await CountAsync(account)));
            await SetBaseFeeAsync(4 * Gwei);
            await outbox.WaitAsync(intent.Key, OutboxState.Final, patience);
        });
        Assert.Equal(7, await ReceivedAsync(intent));
    }

    [Theory]
    [InlineData(true, OutboxState.Final, 7)]
    [InlineData(false, OutboxState.Expired, 0)]
    public async Task When_it_did_not_get_cheaper_it_is_sent_or_given_up(bool sendAnyway, OutboxState state, int received)
    {
        var (_, outbox, intent) = await EnqueueCheapAsync(until: TimeSpan.FromSeconds(30), sendAnyway);
        await WhileRunningAsync(outbox, async patience =>
        {
            await UntilAsync(() => Task.FromResult(outbox.Find(intent.Key)!.Note is { Reason: OutboxWait.Fees }));
            await Devnet.SetNextBlockTimeAsync((await Devnet.Connection.GetHeadAsync(default)).Time.ToUnixTimeSeconds() + 31);
            await SetBaseFeeAsync(10 * Gwei);
            await outbox.WaitAsync(intent.Key, OutboxState.Final, patience);
        });
        var entry = outbox.Find(intent.Key)!;
        Assert.Equal((state, received), (entry.State, (int)await ReceivedAsync(intent)));
        Assert.Equal(sendAnyway ? null : ErrorCode.DeadlinePassed, entry.Failure?.Code);
    }

    [Fact]
    public async Task A_node_that_wants_more_gets_more()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        Rpc.On("eth_sendRawTransaction").Once(Fault.Refuse(-32000, "transaction underpriced")).Once(Fault.Refuse(RpcRefusal.ReplacementUnderpriced));
        var intent = outbox.Enqueue(Transfer(account, "dear")).Intent;
        var entry = await RunUntilAsync(outbox, "dear", OutboxState.Final);
        Assert.Equal(3, entry.Attempts.Count);
        Assert.Equal(entry.Attempts[2].Hash, entry.Hash);
        Assert.Equal((7, 1), (await ReceivedAsync(intent), await CountAsync(account)));
    }

    /// <summary>A transfer that waits in the node's pool, since nothing is mined.</summary>
    private async Task<(UnlockedAccount, Outbox, TransactionIntent)> SendUnminedAsync(FeePolicy fees)
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync(Quick with { StuckAfterBlocks = 1, StuckAfter = TimeSpan.FromHours(1) });
        outbox.Load(account);
        await Devnet.SetMiningAsync(false);
        var intent = outbox.Enqueue(Transfer(account, "stuck") with { Fees = fees }).Intent;
        await WhileRunningAsync(outbox, async _ => await UntilAsync(async () => await CountAsync(account, pending: true) == 1));
        return (account, outbox, intent);
    }

    private async Task<(UnlockedAccount, Outbox, TransactionIntent)> EnqueueCheapAsync(TimeSpan until, bool sendAnyway)
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        var now = (await Devnet.Connection.GetHeadAsync(default)).Time;
        var fees = new FeePolicy { CheaperThan = 5 * Gwei, CheaperUntil = now + until, SendAnyway = sendAnyway };
        return (account, outbox, outbox.Enqueue(Transfer(account, "cheap") with { Fees = fees }).Intent);
    }

    /// <summary>The base fee of a block that is mined now.</summary>
    private async Task SetBaseFeeAsync(BigInteger wei)
    {
        await Devnet.Connection.Web3.Client.SendRequestAsync("hardhat_setNextBlockBaseFeePerGas", null, $"0x{wei:x}".Replace("0x0", "0x", StringComparison.Ordinal));
        await Devnet.MineAsync();
    }
}
