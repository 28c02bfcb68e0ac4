using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

[Collection(DevnetCollection.Name)]
public class TransactionSenderTests(DevnetFixture devnet)
{
    private const string Stranger = "0x000000000000000000000000000000000000dEaD";

    private string Token => devnet.Connection.Deployment.Contracts.SendToken;

    [Fact]
    public async Task Sends_and_tells_what_it_cost()
    {
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        var before = await devnet.Reader.GetBalanceAsync(account.Address, default);
        var stages = new Stages();
        var plan = await PrepareAsync(account, "4");
        var result = await devnet.Sender.SendAsync(plan, account, stages, default);

        var after = await devnet.Reader.GetBalanceAsync(account.Address, default);
        Assert.Equal("transfer", plan.Call.Function);
        Assert.Equal(SendAmount.Parse("6"), after.Send);
        Assert.Equal(before.Eth - result.Fee, after.Eth);
        Assert.InRange(result.GasUsed, 21_000, plan.GasLimit);
        Assert.True(result.EffectiveGasPrice <= plan.MaxFeePerGas && result.Fee <= plan.MaxFee);
        Assert.Equal([TransactionStage.Signed, TransactionStage.Sent, TransactionStage.Mined], stages.Seen.Where(stage => stage != TransactionStage.Waiting));
        Assert.Equal(result.Hash, result.Receipt.TransactionHash);
        Assert.Equal([result.Hash], stages.Hashes.Distinct());
    }

    [Fact]
    public async Task The_plan_leaves_room_for_twice_the_base_fee()
    {
        var plan = await PrepareAsync(await devnet.CreateAccountAsync(1), "0");
        Assert.Equal((2 * plan.BaseFee) + plan.Tip, plan.MaxFeePerGas);
        Assert.Equal((plan.GasEstimate * 5 / 4) + 66_300, plan.GasLimit);
        Assert.Equal(1_000_000_000, plan.Tip);
    }

    [Fact]
    public async Task A_refusal_is_decoded_before_anything_is_sent()
    {
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        var error = await Assert.ThrowsAsync<SendingException>(() => PrepareAsync(account, "10.5"));
        Assert.Equal(ErrorCode.Reverted, error.Code);
        Assert.Equal("ERC20InsufficientBalance", error.Details["error"]);
        Assert.Equal($"{account.Address} holds 10 SEND; 10.5 SEND are needed.", error.Message);
        Assert.True((await devnet.Connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(account.Address)).Value.IsZero);
    }

    [Fact]
    public async Task An_account_without_eth_is_told_before_anything_is_sent()
    {
        var account = new UnlockedAccount("poor", Nethereum.Signer.EthECKey.GenerateKey());
        await devnet.Devnet.FundAsync(account.Address, SendAmount.Parse("1"), 0, default);
        var error = await Assert.ThrowsAsync<SendingException>(() => PrepareAsync(account, "1"));
        Assert.Equal((ErrorCode.CheckFailed, "gas"), (error.Code, error.Details["check"]));
        Assert.Contains($"{account.Address} has 0 ETH", error.Message);
        Assert.Contains($"devnet fund {account.Address} --eth 1", error.Message);
    }

    [Fact]
    public async Task A_transfer_of_eth_needs_no_contract()
    {
        var account = await devnet.CreateAccountAsync(0);
        var plan = await devnet.Sender.PrepareTransferAsync("0x000000000000000000000000000000000000c0De", 5, account.Address, default);
        var result = await devnet.Sender.SendAsync(plan, account, null, default);
        Assert.Equal(21_000, result.GasUsed);
    }

    [Fact]
    public async Task What_reverts_when_mined_tells_its_hash_and_the_reason()
    {
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        var first = await PrepareAsync(account, "7");
        var second = await PrepareAsync(account, "7");
        await devnet.SetMiningAsync(false);
        try
        {
            var winner = devnet.Sender.SendAsync(first, account, null, default);
            await WaitForPendingAsync(account, 1);
            var stages = new Stages();
            var loser = devnet.Sender.SendAsync(second, account, stages, default);
            await WaitForPendingAsync(account, 2);
            await devnet.MineAsync();

            await winner;
            var error = await Assert.ThrowsAsync<SendingException>(() => loser);
            Assert.Equal(ErrorCode.RevertedAfterSending, error.Code);
            Assert.Equal(stages.Hashes.First(), error.Details["transactionHash"]);
            Assert.Contains(stages.Hashes.First(), error.Message);
            Assert.Contains("holds 3 SEND; 7 SEND are needed", error.Message);
            Assert.Equal("ERC20InsufficientBalance", error.Details["error"]);
        }
        finally
        {
            await devnet.SetMiningAsync(true);
        }
    }

    [Fact]
    public async Task What_runs_out_of_gas_in_the_contract_behind_a_proxy_is_told_so()
    {
        var owner = await devnet.CreateAccountAsync(SendAmount.Parse("10000"));
        var plan = await devnet.Actions.RegisterAsync(
            owner, new NodeRegistration(NodeRole.Edge, owner.Address, 500, "", []), SendAmount.Parse("10000"), default);
        var error = await Assert.ThrowsAsync<SendingException>(
            () => devnet.Sender.SendAsync(plan with { GasLimit = plan.GasEstimate - 20_000 }, owner, null, default));
        Assert.Equal((ErrorCode.RevertedAfterSending, "outOfGas"), (error.Code, error.Details["error"]));
        Assert.Contains($"It ran out of gas (limit {plan.GasEstimate - 20_000}", error.Message);
    }

    [Fact]
    public async Task A_call_estimated_in_the_second_of_another_has_gas_enough_in_a_later_one()
    {
        var owner = await devnet.CreateAccountAsync(SendAmount.Parse("100000"));
        await devnet.Sender.SendAsync(
            await devnet.Actions.RegisterAsync(owner, new NodeRegistration(NodeRole.Guardian, owner.Address, 500, "", []), SendAmount.Parse("100000"), default),
            owner,
            null,
            default);
        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromMinutes(10)), default);
        await devnet.SetIntervalMiningAsync(false);
        try
        {
            await devnet.SendAsAsync(devnet.Address("erin"), devnet.Connection.Deployment.Contracts.NodeStaking, new SuspendFunction { Node = owner.Address });
            var second = (await devnet.Connection.GetHeadAsync(default)).Time.ToUnixTimeSeconds();
            await devnet.SetNextBlockTimeAsync(second);
            var plan = await devnet.Actions.ResumeAsync(owner.Address, owner.Address, default);
            await devnet.SetNextBlockTimeAsync(second + 1);
            var result = await devnet.Sender.SendAsync(plan, owner, null, default);
            Assert.InRange(result.GasUsed, plan.GasEstimate + 20_000, plan.GasLimit);
            Assert.True(result.GasUsed > plan.GasEstimate * 5 / 4, $"The percentage alone was enough: {plan.GasEstimate} estimated, {result.GasUsed} used.");
        }
        finally
        {
            await devnet.SetIntervalMiningAsync(true);
        }
    }

    [Fact]
    public async Task Cancelled_while_waiting_it_says_that_the_transaction_is_out()
    {
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        var plan = await PrepareAsync(account, "1");
        await devnet.SetMiningAsync(false);
        try
        {
            using var interrupt = new CancellationTokenSource();
            var stages = new Stages(stage =>
            {
                if (stage == TransactionStage.Waiting)
                {
                    interrupt.Cancel();
                }
            });
            var error = await Assert.ThrowsAsync<SendingException>(() => devnet.Sender.SendAsync(plan, account, stages, interrupt.Token));
            Assert.Equal(ErrorCode.Interrupted, error.Code);
            Assert.Equal(stages.Hashes.First(), error.Details["transactionHash"]);
            Assert.Contains("is out", error.Message);

            await devnet.MineAsync();
            var receipt = await devnet.Connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(stages.Hashes.First());
            Assert.True(receipt.Status.Value.IsOne);
        }
        finally
        {
            await devnet.SetMiningAsync(true);
        }
    }

    [Fact]
    public async Task Cancelled_before_sending_nothing_goes_out()
    {
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        var plan = await PrepareAsync(account, "1");
        using var interrupt = new CancellationTokenSource();
        var stages = new Stages(_ => interrupt.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => devnet.Sender.SendAsync(plan, account, stages, interrupt.Token));
        Assert.Equal([TransactionStage.Signed], stages.Seen);
        Assert.True((await devnet.Connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(account.Address)).Value.IsZero);
    }

    [Fact]
    public async Task Not_mined_in_time_it_gives_up_waiting_and_says_so()
    {
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        var plan = await PrepareAsync(account, "1");
        await devnet.SetMiningAsync(false);
        try
        {
            var sender = new TransactionSender(devnet.Connection, TimeProvider.System, new TransactionOptions { ReceiptTimeout = TimeSpan.FromMilliseconds(200) });
            var error = await Assert.ThrowsAsync<SendingException>(() => sender.SendAsync(plan, account, null, default));
            Assert.Equal(ErrorCode.ReceiptTimeout, error.Code);
            Assert.Contains(error.Details["transactionHash"], error.Message);
            await devnet.MineAsync();
        }
        finally
        {
            await devnet.SetMiningAsync(true);
        }
    }

    [Fact]
    public async Task A_node_that_fails_while_waiting_is_asked_again()
    {
        await using var rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);
        rpc.On("eth_getTransactionReceipt").Times(3, Fault.BadGateway);
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        using var connection = await ChainConnection.OpenAsync(devnet.Connection.Deployment, rpc.Url, null, default);
        var result = await new TransactionSender(connection, TimeProvider.System).SendAsync(await PrepareAsync(account, "1"), account, null, default);
        Assert.True(result.Receipt.Status.Value.IsOne);
        Assert.True(rpc.Count("eth_getTransactionReceipt") > 3);
    }

    [Fact]
    public async Task A_node_that_fails_when_sending_leaves_the_hash_to_look_up()
    {
        await using var rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);
        rpc.On("eth_sendRawTransaction").Always(Fault.Status(504, "<h1>time-out</h1>", "text/html"));
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        using var connection = await ChainConnection.OpenAsync(devnet.Connection.Deployment, rpc.Url, new RpcOptions { RequestTimeout = TimeSpan.FromSeconds(2) }, default);
        var plan = await PrepareAsync(account, "1");
        var error = await Assert.ThrowsAsync<SendingException>(() => new TransactionSender(connection, TimeProvider.System).SendAsync(plan, account, null, default));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains($"{error.Details["transactionHash"]} is unknown", error.Message);
    }

    [Fact]
    public async Task A_node_that_refuses_to_send_is_quoted()
    {
        await using var rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);
        rpc.On("eth_sendRawTransaction").Always(Fault.Refuse(-32000, "transaction pool is full"));
        var account = await devnet.CreateAccountAsync(SendAmount.Parse("10"));
        using var connection = await ChainConnection.OpenAsync(devnet.Connection.Deployment, rpc.Url, null, default);
        var plan = await PrepareAsync(account, "1");
        var error = await Assert.ThrowsAsync<SendingException>(() => new TransactionSender(connection, TimeProvider.System).SendAsync(plan, account, null, default));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.Contains("transaction pool is full", error.Message);
    }

    private Task<TransactionPlan> PrepareAsync(UnlockedAccount account, string amount)
        => devnet.Sender.PrepareAsync(Token, new TransferFunction { To = Stranger, Value = SendAmount.Parse(amount) }, account.Address, default);

    private async Task WaitForPendingAsync(UnlockedAccount account, int count)
    {
        var pending = Nethereum.RPC.Eth.DTOs.BlockParameter.CreatePending();
        while ((await devnet.Connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(account.Address, pending)).Value < count)
        {
            await Task.Delay(10);
        }
    }

    private sealed class Stages(Action<TransactionStage>? react = null) : IProgress<TransactionProgress>
    {
        public List<TransactionStage> Seen { get; } = [];

        public List<string> Hashes { get; } = [];

        public void Report(TransactionProgress value)
        {
            Seen.Add(value.Stage);
            Hashes.Add(value.Hash);
            react?.Invoke(value.Stage);
        }
    }
}
