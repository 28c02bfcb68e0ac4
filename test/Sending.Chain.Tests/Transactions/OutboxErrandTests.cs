using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

/// <summary>One shot: somebody sends one transaction and waits.</summary>
[Collection(DevnetCollection.Name)]
public class OutboxErrandTests(DevnetFixture devnet) : OutboxLab(devnet)
{
    private string Token => Devnet.Connection.Deployment.Contracts.SendToken;

    [Fact]
    public async Task Sends_and_tells_what_it_cost()
    {
        var account = await AccountAsync();
        var before = await Devnet.Reader.GetBalanceAsync(account.Address, default);
        var stages = new Stages();
        var plan = await PrepareAsync(account, "4");
        var outbox = await OpenAsync();
        var result = await outbox.SendAsync(plan.ToIntent(), account, stages, default);

        var after = await Devnet.Reader.GetBalanceAsync(account.Address, default);
        Assert.Equal(SendAmount.Parse("6"), after.Send);
        Assert.Equal(before.Eth - result.Fee, after.Eth);
        Assert.InRange(result.GasUsed, 21_000, plan.GasLimit);
        Assert.True(result.EffectiveGasPrice <= plan.MaxFeePerGas && result.Fee <= plan.MaxFee);
        Assert.Equal([OutboxState.Recorded, OutboxState.Signed, OutboxState.Sent, OutboxState.Final], stages.Seen.Select(entry => entry.State).Distinct());
        Assert.Equal(result.Hash, result.Receipt.TransactionHash);
        Assert.Equal([null, result.Hash], stages.Seen.Select(entry => entry.Hash).Distinct());
    }

    [Fact]
    public async Task What_reverts_when_mined_tells_its_hash_and_the_reason()
    {
        var account = await AccountAsync();
        var plan = await PrepareAsync(account, "7");
        var outbox = await OpenAsync();
        var slot = "0x" + Sha3Keccack.Current.CalculateHashFromHex(account.Address[2..].PadLeft(64, '0') + new string('0', 64));
        Rpc.On("eth_sendRawTransaction").Once(Fault.Before(_ => Devnet.Connection.Web3.Client.SendRequestAsync(
            "hardhat_setStorageAt", null, Token, slot, "0x" + new string('0', 64))));
        var stages = new Stages();
        var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(plan.ToIntent(), account, stages, default));
        var hash = stages.Seen[^1].Hash!;
        Assert.Equal((ErrorCode.RevertedAfterSending, hash), (error.Code, error.Details["transactionHash"]));
        Assert.Contains(hash, error.Message);
        Assert.Contains("holds 0 SEND; 7 SEND are needed", error.Message);
        Assert.Equal("ERC20InsufficientBalance", error.Details["error"]);
        Assert.False(outbox.ListRecent(1)[0].Outcome!.Succeeded);
    }

    [Fact]
    public async Task A_limit_that_is_too_low_is_refused_before_anything_is_sent()
    {
        var account = await AccountAsync();
        var plan = await PrepareAsync(account, "7");
        var error = await Assert.ThrowsAsync<SendingException>(
            async () => await (await OpenAsync()).SendAsync((plan with { GasLimit = plan.GasEstimate - 1_000 }).ToIntent(), account, null, default));
        Assert.Equal((ErrorCode.Reverted, "outOfGas"), (error.Code, error.Details["error"]));
        Assert.Equal(0, await CountAsync(account));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_estimated_in_the_second_of_another_has_gas_enough_in_a_later_one_or_says_that_it_ran_out(bool withoutHeadroom)
    {
        var owner = await AccountAsync(SendAmount.Parse("100000"));
        var registration = new NodeRegistration(NodeRole.Guardian, owner.Address, 500, "", []);
        await Devnet.SendAsync(await Devnet.Actions.RegisterAsync(owner, registration, SendAmount.Parse("100000"), default), owner);
        await Devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromMinutes(10)), default);
        await Devnet.SetIntervalMiningAsync(false);
        try
        {
            await Devnet.SendAsAsync(Devnet.Address("erin"), Devnet.Connection.Deployment.Contracts.NodeStaking, new SuspendFunction { Node = owner.Address });
            var second = (await Devnet.Connection.GetHeadAsync(default)).Time.ToUnixTimeSeconds();
            await Devnet.SetNextBlockTimeAsync(second);
            var plan = await Devnet.Actions.ResumeAsync(owner.Address, owner.Address, default);
            Rpc.On("eth_sendRawTransaction").Once(Fault.Before(_ => Devnet.SetNextBlockTimeAsync(second + 1)));
            var outbox = await OpenAsync();
            if (withoutHeadroom)
            {
                var tight = (plan with { GasLimit = plan.GasEstimate * 5 / 4 }).ToIntent();
                var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(tight, owner, null, default));
                Assert.Equal((ErrorCode.RevertedAfterSending, "outOfGas"), (error.Code, error.Details["error"]));
                Assert.Contains($"It ran out of gas (limit {plan.GasEstimate * 5 / 4}", error.Message);
            }
            else
            {
                var result = await outbox.SendAsync(plan.ToIntent(), owner, null, default);
                Assert.InRange(result.GasUsed, plan.GasEstimate * 5 / 4, plan.GasLimit);
            }
        }
        finally
        {
            await Devnet.SetIntervalMiningAsync(true);
        }
    }

    [Fact]
    public async Task Cancelled_while_waiting_it_says_that_the_transaction_is_out_and_can_be_seen_through()
    {
        var account = await AccountAsync();
        var intent = (await PrepareAsync(account, "1")).ToIntent();
        var outbox = await OpenAsync();
        await Devnet.SetMiningAsync(false);
        try
        {
            using var interrupt = new CancellationTokenSource();
            Rpc.On("eth_sendRawTransaction").Once(Fault.Pass);
            Rpc.On("eth_getTransactionCount").When(_ => Rpc.Count("eth_sendRawTransaction") > 0).Once(Fault.Before(_ => interrupt.CancelAsync()));
            var stages = new Stages();
            var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(intent, account, stages, interrupt.Token));
            Assert.Equal((ErrorCode.Interrupted, stages.Seen[^1].Hash), (error.Code, error.Details["transactionHash"]));
            Assert.Contains("is out", error.Message);
            Assert.Contains("sending-cli tx resume", error.Message);

            await Devnet.MineAsync();
            Assert.Equal(error.Details["transactionHash"], (await outbox.SettleAsync(intent.Key, default)).Hash);
            Assert.Empty(outbox.ListOpen());
        }
        finally
        {
            await Devnet.SetMiningAsync(true);
        }
    }

    [Theory]
    [InlineData(OutboxState.Recorded)]
    [InlineData(OutboxState.Signed)]
    public async Task Cancelled_before_sending_nothing_goes_out(OutboxState state)
    {
        var account = await AccountAsync();
        var intent = (await PrepareAsync(account, "1")).ToIntent();
        var outbox = await OpenAsync();
        using var interrupt = new CancellationTokenSource();
        var stages = new Stages(entry =>
        {
            if (entry.State == state)
            {
                interrupt.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outbox.SendAsync(intent, account, stages, interrupt.Token));
        Assert.Equal(OutboxState.Cancelled, outbox.Find(intent.Key)!.State);
        Assert.Equal((0, 0), (await CountAsync(account, pending: true), Rpc.Count("eth_sendRawTransaction")));

        // Its nonce is free for the next.
        Assert.True((await outbox.SendAsync((await PrepareAsync(account, "1")).ToIntent(), account, null, default)).Receipt.Status.Value.IsOne);
    }

    [Fact]
    public async Task Not_mined_in_time_it_gives_up_waiting_and_says_so()
    {
        var account = await AccountAsync();
        var intent = (await PrepareAsync(account, "1")).ToIntent();
        var outbox = await OpenAsync(Quick with { ReceiptTimeout = TimeSpan.FromMilliseconds(200) });
        await Devnet.SetMiningAsync(false);
        try
        {
            var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(intent, account, null, default));
            Assert.Equal(ErrorCode.ReceiptTimeout, error.Code);
            Assert.Contains(error.Details["transactionHash"], error.Message);
            Assert.Contains("sending-cli tx resume", error.Message);
            Assert.Equal(OutboxState.Sent, outbox.Find(intent.Key)!.State);
            await Devnet.MineAsync();
        }
        finally
        {
            await Devnet.SetMiningAsync(true);
        }
    }

    [Fact]
    public async Task A_node_that_fails_while_waiting_is_asked_again()
    {
        var account = await AccountAsync();
        var plan = await PrepareAsync(account, "1");
        var outbox = await OpenAsync();
        Rpc.On("eth_getTransactionReceipt").Times(3, Fault.BadGateway);
        Assert.True((await outbox.SendAsync(plan.ToIntent(), account, null, default)).Receipt.Status.Value.IsOne);
        Assert.True(Rpc.Count("eth_getTransactionReceipt") > 3);
    }

    [Fact]
    public async Task A_node_that_loses_the_connection_when_sending_is_sent_the_same_bytes_again()
    {
        var account = await AccountAsync();
        var plan = await PrepareAsync(account, "1");
        var outbox = await OpenAsync();
        Rpc.On("eth_sendRawTransaction").Once(Fault.Drop).Once(Fault.BadGateway).Once(Fault.ForwardThenDrop);
        var result = await outbox.SendAsync(plan.ToIntent(), account, null, default);
        Assert.Equal(1, await CountAsync(account));
        Assert.Single(Rpc.Calls.Where(call => call.Method == "eth_sendRawTransaction").Select(call => (string?)call.Params[0]).Distinct());
        Assert.Equal(result.Hash, outbox.ListRecent(1)[0].Hash);
    }

    [Fact]
    public async Task A_node_that_fails_to_take_it_leaves_it_open()
    {
        var account = await AccountAsync();
        var intent = (await PrepareAsync(account, "1")).ToIntent();
        var outbox = await OpenAsync(Quick with { AcceptTimeout = TimeSpan.FromMilliseconds(200) });
        Rpc.On("eth_sendRawTransaction").Always(Fault.Status(504, "<h1>time-out</h1>", "text/html"));
        var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(intent, account, null, default));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains($"{error.Details["transactionHash"]} is unknown", error.Message);
        Assert.Contains("sending-cli tx resume", error.Message);

        Rpc.Behave();
        Assert.Equal(error.Details["transactionHash"], (await outbox.SettleAsync(intent.Key, default)).Hash);
    }

    [Fact]
    public async Task A_node_that_refuses_to_send_is_quoted()
    {
        var account = await AccountAsync();
        var plan = await PrepareAsync(account, "1");
        var outbox = await OpenAsync(Quick with { AcceptTimeout = TimeSpan.FromMilliseconds(200) });
        Rpc.On("eth_sendRawTransaction").Always(Fault.Refuse(-32000, "transaction pool is full"));
        var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(plan.ToIntent(), account, null, default));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.Contains("transaction pool is full", error.Message);
    }

    [Fact]
    public async Task A_node_that_cannot_be_reached_before_anything_is_sent_withdraws_it()
    {
        var account = await AccountAsync();
        var intent = (await PrepareAsync(account, "1")).ToIntent();
        var outbox = await OpenAsync(Quick with { AcceptTimeout = TimeSpan.FromMilliseconds(200) });
        Rpc.On().Always(Fault.BadGateway);
        var error = await Assert.ThrowsAsync<SendingException>(() => outbox.SendAsync(intent, account, null, default));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Equal(OutboxState.Cancelled, outbox.Find(intent.Key)!.State);
    }

    private Task<TransactionPlan> PrepareAsync(UnlockedAccount account, string amount) => Devnet.Planner.PrepareAsync(
        Token, new TransferFunction { To = "0x000000000000000000000000000000000000dEaD", Value = SendAmount.Parse(amount) }, account.Address, default);

    private sealed class Stages(Action<OutboxEntry>? react = null) : IProgress<OutboxEntry>
    {
        public List<OutboxEntry> Seen { get; } = [];

        public void Report(OutboxEntry value)
        {
            Seen.Add(value);
            react?.Invoke(value);
        }
    }
}
