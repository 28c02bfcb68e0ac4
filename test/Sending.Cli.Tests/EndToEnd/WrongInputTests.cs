using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>What users get wrong when they stake: the message, the exit code, and that nothing is lost.</summary>
public class WrongInputTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Theory]
    [InlineData("amount-zero", 2, "stake 0 --role edge")]
    [InlineData("amount-negative", 2, "stake -5 --role edge")]
    [InlineData("amount-19-decimals", 2, "stake 25000.0000000000000000001 --role edge")]
    [InlineData("amount-abc", 2, "stake abc --role edge")]
    [InlineData("amount-over-100-percent", 2, "stake 101% --role edge")]
    [InlineData("amount-above-balance", 1, "stake 1000001 --role edge")]
    [InlineData("amount-under-minimum", 1, "stake 9999.999999999999999999 --role edge")]
    [InlineData("role-unknown", 2, "stake 25000 --role king")]
    [InlineData("role-missing", 2, "stake 25000")]
    [InlineData("commission-above-bound", 1, "stake 25000 --role edge --commission 30.01%")]
    [InlineData("commission-malformed", 2, "stake 25000 --role edge --commission 5.001%")]
    [InlineData("endpoint-bad", 2, "stake 25000 --role edge --endpoint edge.example.org")]
    [InlineData("endpoint-other-scheme", 2, "stake 25000 --role edge --endpoint ftp://edge.example.org")]
    [InlineData("operator-unknown-name", 4, "stake 25000 --role edge --operator nobody")]
    [InlineData("operator-without-consent", 2, "stake 25000 --role edge --operator 0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1199")]
    [InlineData("operator-consent-malformed", 2, "stake 25000 --role edge --operator bob --operator-consent 0x1234")]
    [InlineData("address-wrong-checksum", 2, "node show 0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1198")]
    [InlineData("account-unknown", 4, "stake 25000 --role edge --account nobody")]
    [InlineData("unstake-without-node", 1, "unstake 5")]
    [InlineData("withdraw-without-request", 1, "withdraw")]
    [InlineData("withdraw-request-malformed", 2, "withdraw first")]
    [InlineData("delegate-to-nobody", 1, "delegate 5 --node bob")]
    [InlineData("delegate-to-oneself", 2, "delegate 5 --node alice")]
    [InlineData("node-show-nobody", 1, "node show carol")]
    public Task IsRefused(string what, int exitCode, string line) => RefusedAsync("wrong-" + what, exitCode, line);

    [Fact]
    public async Task AnOperatorKeyInUseIsRefused()
    {
        await RunAsync("stake 25000 --role edge --operator dave");

        await RefusedAsync("wrong-operator-in-use", 1, "stake 25000 --role edge --operator dave --account bob");
    }

    [Fact]
    public async Task ASecondRegistrationWithAnotherRoleIsRefused()
    {
        await RunAsync("stake 25000 --role edge");

        await RefusedAsync("wrong-second-role", 1, "stake 100000 --role guardian");
    }

    [Fact]
    public async Task RegistrationOptionsOnAnExistingNodeAreRefused()
    {
        await RunAsync("stake 25000 --role edge");

        await RefusedAsync("wrong-commission-when-adding", 2, "stake 5 --commission 3%");
    }

    [Fact]
    public async Task UnstakingMoreThanStakedIsRefused()
    {
        await RunAsync("stake 25000 --role edge");

        await RefusedAsync("wrong-unstake-more-than-staked", 1, "unstake 25000.5");
    }

    [Fact]
    public async Task WithdrawingBeforeTheTimeSaysWhen()
    {
        await RunAsync("stake 25000 --role edge");
        await RunAsync("unstake 5000");

        await RefusedAsync("wrong-withdraw-too-early", 1, "withdraw");
        await RefusedAsync("wrong-withdraw-one-too-early", 1, "withdraw 0");
        await RefusedAsync("wrong-withdraw-unknown-request", 1, "withdraw 7");
        await RefusedAsync("wrong-cancel-unknown-request", 1, "unstake cancel 7");
    }

    [Fact]
    public async Task DelegatingAboveTheLimitIsRefused()
    {
        await RunAsync("stake 10000 --role edge");
        await RunAsync("delegate 30000 --node alice --account carol");

        await RefusedAsync("wrong-delegate-above-limit", 1, "delegate 10001 --node alice --account carol");
    }

    [Fact]
    public async Task ACommissionStepTooLargeIsRefused()
    {
        await RunAsync("stake 25000 --role edge");

        await RefusedAsync("wrong-commission-step", 1, "node set-commission 11%");
        await RefusedAsync("wrong-resume-edge", 1, "node resume");
    }

    [Fact]
    public async Task TheFailureIsJsonTooAndNamesTheNumbers()
    {
        var result = await Devnet.Cli.RunAsync("stake 1000001 --role edge --json");

        Assert.Equal(1, result.ExitCode);
        Snapshot.Match("wrong-amount-above-balance-json", Devnet.Scrubbed(result.Out));
    }
}
