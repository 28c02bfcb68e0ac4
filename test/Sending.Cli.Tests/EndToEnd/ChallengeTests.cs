using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Doubts about committed work: asked, answered, or convicted by. The clock stands still but for a second a transaction, so that no window closes meanwhile.</summary>
public class ChallengeTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private const int Epoch = 3;

    [Fact]
    public async Task AnEdgeThatCannotProveAUnitIsConvicted()
    {
        await CommitAsync();
        await MatchAsync("challenge-list-empty", "challenge list");
        await RefusedAsync("wrong-challenge-too-early", 1, "challenge create --edge bob --unit 5");

        await Devnet.ReachAsync("reveal");
        await RefusedAsync("wrong-challenge-no-such-unit", 1, "challenge create --edge bob --unit 70");
        await RefusedAsync("wrong-challenge-nobody", 1, "challenge create --edge carol");
        await RefusedAsync("wrong-challenge-epoch", 1, "challenge create --edge bob --epoch 2");
        await MatchAsync("challenge-create", "challenge create --edge bob --unit 5 --account carol");
        await Devnet.PinAsync();
        await RefusedAsync("wrong-challenge-twice", 1, "challenge create --edge bob --unit 5");
        await RunAsync("challenge create --edge bob --account carol");
        await Devnet.PinAsync();
        await RefusedAsync("wrong-convict-too-early", 1, "challenge convict --edge bob");
        await RefusedAsync("wrong-refund-too-early", 1, "challenge refund --edge bob");
        await RefusedAsync("wrong-answer-unchallenged", 1, "challenge answer --edge bob --unit 71");
        await RefusedAsync("wrong-answer-unproven", 1, "challenge answer --edge bob --unit 5 --from http://127.0.0.1:1");

        await Devnet.ReachAsync("settlement");
        await RefusedAsync("wrong-answer-too-late", 1, "challenge answer --edge bob --unit 5");
        await RefusedAsync("wrong-challenge-too-late", 1, "challenge create --edge bob --unit 9");
        var before = (await Devnet.StateOfAsync("carol")).Send;
        await MatchAsync("challenge-convict", "challenge convict --edge bob --unit 5");
        await Devnet.PinAsync();
        await RefusedAsync("wrong-convict-twice", 1, "challenge convict --edge bob");
        await RunAsync("challenge refund --edge bob");
        await Devnet.PinAsync();
        await RefusedAsync("wrong-refund-twice", 1, "challenge refund --edge bob");

        // Both bonds, and a tenth of the tenth that the owner lost.
        Assert.Equal(before + SendAmount.Parse("350"), (await Devnet.StateOfAsync("carol")).Send);
        Assert.Equal(SendAmount.Parse("22500"), (await Devnet.StateOfAsync("bob")).Node!.Bonded);
    }

    [Theory]
    [InlineData("unit", "challenge create --edge bob --unit -1")]
    [InlineData("epoch", "challenge convict --edge bob --epoch soon")]
    [InlineData("url", "challenge answer --edge bob --from ftp://example.org")]
    [InlineData("without-edge", "challenge refund")]
    public Task WrongInputIsRefused(string what, string line) => RefusedAsync($"wrong-challenge-input-{what}", 2, line);

    /// <summary>Bob's Edge has receipts of Alice and of Carol for epoch 3, and commits to them.</summary>
    private async Task CommitAsync()
    {
        await RunAsync("stake 25000 --role edge --account bob");
        await Devnet.Node.SetIntervalMiningAsync(false);
        await Devnet.Node.Devnet.AdvanceAsync(ClockTarget.Parse($"{Epoch + 1}"), default);
        await Devnet.PinAsync();
        var bob = await Devnet.Node.UnlockAsync("bob");
        var (alice, carol) = (await Devnet.Node.UnlockAsync("alice"), await Devnet.Node.UnlockAsync("carol"));
        var tree = MerkleSumTree.Build([LeafOf(alice, 40), LeafOf(carol, 30)]);
        var plan = await Devnet.Node.Planner.PrepareAsync(
            Devnet.Contracts.WorkProofs, new CommitWorkFunction { Epoch = Epoch, Root = tree.Root, Units = tree.Total }, bob.Address, default);
        await Devnet.Node.SendAsync(plan, bob);
        await Devnet.PinAsync();
    }

    private MerkleSumLeaf LeafOf(UnlockedAccount client, ulong units)
    {
        var domain = TypedDataDomain.OfWork(Devnet.Node.Connection.Deployment.ChainId, Devnet.Contracts.WorkProofs);
        var receipt = new RelayReceipt(Devnet.Node.Address("bob"), client.Address, Epoch, units);
        return MerkleSumLeaf.Of(receipt, client.Address, receipt.Sign(domain, client.Key));
    }
}
