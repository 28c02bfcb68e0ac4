using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

[Collection(DevnetCollection.Name)]
public class TransactionPlannerTests(DevnetFixture devnet)
{
    [Fact]
    public async Task The_plan_leaves_room_for_twice_the_base_fee_and_for_fresh_storage()
    {
        var plan = await PrepareAsync(await devnet.CreateAccountAsync(1), "0");
        Assert.Equal("transfer", plan.Call.Function);
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
        var plan = await devnet.Planner.PrepareTransferAsync("0x000000000000000000000000000000000000c0De", 5, account.Address, default);
        Assert.Equal(21_000, (await devnet.SendAsync(plan, account)).GasUsed);
    }

    private Task<TransactionPlan> PrepareAsync(UnlockedAccount account, string amount) => devnet.Planner.PrepareAsync(
        devnet.Connection.Deployment.Contracts.SendToken,
        new TransferFunction { To = "0x000000000000000000000000000000000000dEaD", Value = SendAmount.Parse(amount) },
        account.Address,
        default);
}
