using Nethereum.Hex.HexTypes;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

/// <summary>Chains that take blocks back, and other wallets of the same account. No block comes by itself here.</summary>
[Collection(DevnetCollection.Name)]
public sealed class OutboxReorgTests(DevnetFixture devnet) : OutboxLab(devnet), IAsyncLifetime
{
    private static readonly OutboxOptions Careful = Quick with { Finality = Finality.Finalized };

    private long _final;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Devnet.SetIntervalMiningAsync(false);
        _final = (await Devnet.Connection.GetHeadAsync(default)).Number;
        Rpc.Finalized = _ => Volatile.Read(ref _final);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Devnet.SetMiningAsync(true);
        await DisposeAsync();
    }

    [Fact]
    public async Task What_a_reorganisation_of_any_depth_takes_back_is_sent_again_with_the_same_bytes()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync(Careful);
        outbox.Load(account);
        var intents = new List<TransactionIntent>();
        await WhileRunningAsync(outbox, async patience =>
        {
            for (var depth = 1; depth <= 20; depth++)
            {
                var snapshot = await Devnet.Connection.Web3.Client.SendRequestAsync<string>("evm_snapshot");
                var before = (await Devnet.Connection.GetHeadAsync(default)).Number;
                var intent = outbox.Enqueue(Transfer(account, $"depth {depth}")).Intent;
                intents.Add(intent);
                var lost = await outbox.WaitAsync(intent.Key, OutboxState.Mined, patience);
                await MineToAsync(before + depth);
                await Devnet.Connection.Web3.Client.SendRequestAsync<bool>("evm_revert", null, snapshot);
                await BranchAsync(before + depth + 1);
                await UntilAsync(() => Task.FromResult(outbox.Find(intent.Key)!.Outcome is { } outcome && outcome.BlockHash != lost.Outcome!.BlockHash));
                Assert.Equal((OutboxState.Mined, lost.Hash, 1), (outbox.Find(intent.Key)!.State, outbox.Find(intent.Key)!.Hash, outbox.Find(intent.Key)!.Attempts.Count));
            }

            Volatile.Write(ref _final, long.MaxValue);
            await Task.WhenAll(intents.Select(intent => outbox.WaitAsync(intent.Key, OutboxState.Final, patience)));
        });
        Assert.All(await Task.WhenAll(intents.Select(ReceivedAsync)), wei => Assert.Equal(7, wei));
        Assert.Equal(20, await CountAsync(account));
        Assert.Equal(new Dictionary<OutboxState, int> { [OutboxState.Final] = 20 }, outbox.CountByState());
    }

    [Fact]
    public async Task What_would_fail_on_the_other_branch_is_not_sent_again_and_its_nonce_is_used_up()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync(Careful);
        outbox.Load(account);
        var snapshot = await Devnet.Connection.Web3.Client.SendRequestAsync<string>("evm_snapshot");
        await Devnet.Devnet.FundAsync(account.Address, SendAmount.Parse("10"), 0, default);
        var token = Devnet.Connection.Deployment.Contracts.SendToken;
        outbox.Enqueue(new TransactionIntent("pay", TransactionCall.Of(token, new TransferFunction { To = Devnet.Address("bob"), Value = SendAmount.Parse("10") }, account.Address)));
        outbox.Enqueue(Transfer(account, "behind"));
        await WhileRunningAsync(outbox, async patience =>
        {
            await outbox.WaitAsync("pay", OutboxState.Mined, patience);
            await outbox.WaitAsync("behind", OutboxState.Mined, patience);
            var head = (await Devnet.Connection.GetHeadAsync(default)).Number;
            await Devnet.Connection.Web3.Client.SendRequestAsync<bool>("evm_revert", null, snapshot);
            await BranchAsync(head + 1);
            await UntilAsync(async () => await CountAsync(account) == 2);
            Volatile.Write(ref _final, long.MaxValue);
            await outbox.WaitAsync("pay", OutboxState.Final, patience);
            await outbox.WaitAsync("behind", OutboxState.Final, patience);
        });
        var pay = outbox.Find("pay")!;
        Assert.Equal((OutboxState.Refused, 2, true), (pay.State, pay.Attempts.Count, pay.Attempts[1].IsFiller));
        Assert.Equal(("ERC20InsufficientBalance", ErrorCode.Reverted), (pay.Failure!.Details["error"], pay.Failure.Code));
        Assert.Equal((OutboxState.Final, 7), (outbox.Find("behind")!.State, (int)await ReceivedAsync(outbox.Find("behind")!.Intent)));
        Assert.Equal(2, await CountAsync(account));
    }

    [Fact]
    public async Task A_nonce_that_another_wallet_used_is_replaced_only_when_that_is_final()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync(Careful);
        outbox.Load(account);

        // It is signed, and never arrives.
        Rpc.On("eth_sendRawTransaction").Always(Fault.Refuse(-32000, "transaction pool is full"));
        var intent = outbox.Enqueue(Transfer(account, "late")).Intent;
        await WhileRunningAsync(outbox, async patience =>
        {
            await outbox.WaitAsync("late", OutboxState.Sent, patience);
            await SendForeignAsync(account);
            Rpc.Behave();
            await UntilAsync(() => Task.FromResult(outbox.Find("late")!.Note is { Reason: OutboxWait.Nonce }));
            await Devnet.MineAsync();
            Assert.Equal((OutboxState.Sent, 0L, 1), (outbox.Find("late")!.State, outbox.Find("late")!.Nonce!.Value, outbox.Find("late")!.Attempts.Count));
            Volatile.Write(ref _final, long.MaxValue);
            await outbox.WaitAsync("late", OutboxState.Final, patience);
        });
        var entry = outbox.Find("late")!;
        Assert.Equal((OutboxState.Final, 1L, 2), (entry.State, entry.Nonce!.Value, entry.Attempts.Count));
        Assert.Equal((7, 2), (await ReceivedAsync(intent), await CountAsync(account)));
    }

    [Fact]
    public async Task Another_wallets_transaction_that_waits_is_not_displaced()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        await Devnet.SetMiningAsync(false);
        var foreign = await SendForeignAsync(account);
        var intent = outbox.Enqueue(Transfer(account, "behind it")).Intent;
        await WhileRunningAsync(outbox, async patience =>
        {
            await UntilAsync(async () => await CountAsync(account, pending: true) == 2);
            await Devnet.MineAsync();
            await outbox.WaitAsync("behind it", OutboxState.Final, patience);
        });
        Assert.NotNull(await Devnet.Connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(foreign));
        Assert.Equal((1L, 7), (outbox.Find("behind it")!.Nonce!.Value, (int)await ReceivedAsync(intent)));
    }

    [Fact]
    public async Task A_hole_that_another_wallet_left_is_filled()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync(Quick with { GapPatience = TimeSpan.FromMilliseconds(300) });
        outbox.Load(account);
        await Devnet.SetMiningAsync(false);
        var foreign = await SendForeignAsync(account);
        var intent = outbox.Enqueue(Transfer(account, "behind it")).Intent;
        await WhileRunningAsync(outbox, async patience =>
        {
            await UntilAsync(async () => await CountAsync(account, pending: true) == 2);
            await Devnet.Connection.Web3.Client.SendRequestAsync("hardhat_dropTransaction", null, foreign);
            await UntilAsync(async () => await CountAsync(account, pending: true) == 2 && outbox.ListRecent(1)[0].Key != "behind it");
            await Devnet.MineAsync();
            await outbox.WaitAsync("behind it", OutboxState.Final, patience);
        });
        Assert.Equal((2, 7), (await CountAsync(account), (int)await ReceivedAsync(intent)));
        Assert.Equal(("fill the gap", account.Address), (outbox.ListRecent(1)[0].Call.Function, outbox.ListRecent(1)[0].Call.To));
    }

    /// <summary>Another branch: its first block has another time than the one that was taken back.</summary>
    private async Task BranchAsync(long height)
    {
        await Devnet.SetNextBlockTimeAsync((await Devnet.Connection.GetHeadAsync(default)).Time.ToUnixTimeSeconds() + 17);
        await Devnet.MineAsync();
        await MineToAsync(height);
    }

    private async Task MineToAsync(long height)
    {
        var head = (await Devnet.Connection.GetHeadAsync(default)).Number;
        if (head < height)
        {
            await Devnet.Connection.Web3.Client.SendRequestAsync("hardhat_mine", null, $"0x{height - head:x}");
        }
    }

    /// <summary>What another wallet of the account sends, past the outbox.</summary>
    private async Task<string> SendForeignAsync(UnlockedAccount account)
    {
        var foreign = await TransactionSigning.SignAsync(
            new Nethereum.Web3.Accounts.Account(account.Key, Devnet.Connection.Deployment.ChainId),
            Devnet.Connection.Deployment.ChainId,
            TransactionCall.Transfer(account.Address, Devnet.Address("bob"), 1),
            await CountAsync(account),
            new FeeOffer(new HexBigInteger("0x2540be4000").Value, 2_000_000_000),
            21_000,
            0,
            filler: false);
        return await Devnet.Connection.Web3.Eth.Transactions.SendRawTransaction.SendRequestAsync(foreign.Raw);
    }
}
