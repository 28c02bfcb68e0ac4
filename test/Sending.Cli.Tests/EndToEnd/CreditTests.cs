using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Credit at Edges: put down, asked back, paid out.</summary>
public class CreditTests(CliDevnet devnet) : DevnetTest(devnet)
{
    // A devnet's: an epoch that nobody settles lapses by itself.
    private const int MaxLag = 4;

    [Fact]
    public async Task CreditComesBackWhenItsEpochIsClosed()
    {
        await RunAsync("stake 25000 --role edge --account bob");
        await MatchAsync("credit-show-empty", "credit show");
        await MatchAsync("credit-deposit", "credit deposit 100 --edge bob");
        await MatchAsync("credit-deposit-sponsored", "credit deposit 2.5 --edge bob --payer alice --account carol --json");
        await RefusedAsync("wrong-credit-withdraw-unrequested", 1, "credit withdraw");

        await Devnet.Node.Devnet.AdvanceAsync(ClockTarget.Parse("epoch"), default);
        await MatchAsync("credit-request", "credit request 40");
        await RefusedAsync("wrong-credit-withdraw-too-early", 1, "credit withdraw --edge bob");
        await RefusedAsync("wrong-credit-request-too-much", 1, "credit request 62.6");
        await RunAsync("credit request all");
        await RefusedAsync("wrong-credit-request-again", 1, "credit request all");
        await MatchAsync("credit-show", "credit show");

        for (var epoch = 0; epoch < MaxLag + 3; epoch++)
        {
            await Devnet.Node.Devnet.AdvanceAsync(ClockTarget.Parse("epoch"), default);
        }

        await MatchAsync("credit-show-json", "credit show alice --json");
        var before = (await Devnet.StateOfAsync("alice")).Send;
        await MatchAsync("credit-withdraw", "credit withdraw");
        Assert.Equal(before + SendAmount.Parse("102.5"), (await Devnet.StateOfAsync("alice")).Send);
    }

    [Theory]
    [InlineData("below-minimum", 1, "credit deposit 0.5 --edge bob")]
    [InlineData("above-balance", 1, "credit deposit 500000000 --edge bob")]
    [InlineData("without-edge", 2, "credit deposit 5")]
    [InlineData("malformed", 2, "credit deposit five --edge bob")]
    [InlineData("no-line", 1, "credit request all --edge bob")]
    [InlineData("no-lines", 2, "credit withdraw")]
    public Task WrongInputIsRefused(string what, int exitCode, string line) => RefusedAsync($"wrong-credit-{what}", exitCode, line);
}
