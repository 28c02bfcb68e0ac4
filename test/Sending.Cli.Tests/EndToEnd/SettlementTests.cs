using System.Text.Json;
using System.Text.RegularExpressions;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Formats;
using Sending.Chain.Work;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>
/// Work that is committed and settled, and what comes of it: one story on a clock that stands still but for a second a transaction. Its guardians are played by the
/// test; the program runs inside it.
/// </summary>
public sealed class SettlementTests(CliDevnet devnet) : IClassFixture<CliDevnet>, IAsyncLifetime
{
    private const long Epoch = 3;

    private readonly CliInProcess _cli = new(devnet.Home, devnet.Node.Devnet.Folder.Path);
    private PlayedGuardians _guardians = null!;

    public async Task InitializeAsync()
    {
        await devnet.FreshAsync();
        await devnet.Node.SetIntervalMiningAsync(false);
        _guardians = await PlayedGuardians.StartAsync(devnet, "dave", "erin");
    }

    public async Task DisposeAsync() => await _guardians.DisposeAsync();

    [Fact]
    public async Task WhatIsCommittedIsSettledAndPaid()
    {
        await RunAsync($"stake 25000 --role edge --commission 10% --account bob --endpoint {_guardians.Host.Url}");
        await RunAsync($"stake 150000 --role guardian --account dave --endpoint {_guardians.Host.Url}");
        await RunAsync("stake 150000 --role guardian --account erin");
        await RunAsync("delegate 25000 --node bob --account carol");
        await RunAsync("credit deposit 100 --edge bob --account alice");
        await RunAsync("credit request 40 --account alice");
        await devnet.ReachAsync($"{Epoch + 1}");
        await CommitAsync();
        await SettleAsync();
        await RewardsAsync();
        await CreditAsync();
        await VerifyAsync();
    }

    /// <summary>Bob's Edge has receipts of Alice and of Carol, who has no credit.</summary>
    private async Task CommitAsync()
    {
        var (alice, bob, carol) = (await devnet.Node.UnlockAsync("alice"), await devnet.Node.UnlockAsync("bob"), await devnet.Node.UnlockAsync("carol"));
        var set = LeafSet.Build(Epoch, bob.Address, [Leaf(alice, 1_001), Leaf(carol, 30)]);
        var forged = LeafSet.Build(Epoch, bob.Address, [set.Leaves[0], Leaf(bob, 30) with { Client = carol.Address, Signer = carol.Address }]);
        await WriteAsync("leaves.json", set);
        await WriteAsync("forged.json", forged);
        await RefusedAsync("wrong-work-commit-nothing", 2, $"work commit {Epoch} --root {set.Root}");
        await RefusedAsync("wrong-work-commit-root", 2, $"work commit {Epoch} --units 5 --root 0x12");
        await RefusedAsync("wrong-work-commit-file", 2, $"work commit {Epoch} nowhere.json --account bob");
        await RefusedAsync("wrong-work-commit-role", 1, $"work commit {Epoch} leaves.json --account alice");
        await RefusedAsync("wrong-work-commit-window", 1, $"work commit {Epoch + 1} leaves.json --account bob");
        await RefusedAsync("wrong-work-commit-capacity", 1, $"work commit {Epoch} --root {set.Root} --units 5000001 --account bob");
        await RefusedAsync("wrong-work-commit-forged", 1, $"work commit {Epoch} forged.json --account bob");

        // Not served yet, and then replaced.
        await MatchAsync("work-commit-unchecked", $"work commit {Epoch} forged.json --account bob --unchecked --json");
        await RefusedAsync("wrong-work-verify-withheld", 1, $"work verify {Epoch}");
        await _guardians.HoldAsync(forged);
        await RefusedAsync("wrong-work-verify-forged", 1, $"work verify {Epoch} --edge bob");
        await _guardians.HoldAsync(set);
        await MatchAsync("work-commit", $"work commit {Epoch} leaves.json --account bob");
        await MatchAsync("work-verify", $"work verify {Epoch}");
        await RefusedAsync("wrong-work-verify-nobody", 1, $"work verify {Epoch} --edge carol");
        Assert.Equal(("committed", 0), await StandingAsync());
    }

    private Task WriteAsync(string file, LeafSet set) => File.WriteAllBytesAsync(devnet.Home.File(file), new LeafPage(set.Header, 0, set.Leaves).ToJson());

    private async Task SettleAsync()
    {
        await _guardians.CommitScoresAsync(Epoch, 90);
        await devnet.ReachAsync("reveal");
        await _guardians.RevealScoresAsync(Epoch, [90], 0);
        await devnet.ReachAsync("challenge");
        Assert.Equal(("stands", 2), await StandingAsync());
        await RefusedAsync("wrong-epoch-verify-unsettled", 1, $"epoch verify {Epoch}");
        await devnet.ReachAsync("settlement");
        await _guardians.SettleAsync(Epoch);
        var epochs = (await RunAsync("epoch status --json")).Data.GetProperty("epochs").EnumerateArray().ToDictionary(each => each.GetProperty("number").GetInt64());
        Assert.Equal(("running", "pending", "pending"), (Text(epochs[Epoch + 1], "stage"), Text(epochs[Epoch], "stage"), Text(epochs[0], "stage")));
        await MatchAsync("rewards-show-before-final", "rewards show --account bob");
        await PassAsync("20s");
    }

    /// <summary>1.001 SEND are charged; a tenth of it is the cut, half of that at most the subsidy, and the score is 90.</summary>
    private async Task RewardsAsync()
    {
        await MatchAsync("rewards-show-earned", "rewards show --account bob");
        await MatchAsync("rewards-claim-dry-run", "rewards claim --node bob --account frank --dry-run --json");
        _guardians.Distort("855855", "955855");
        await RefusedAsync("wrong-claim-unproven", 5, $"rewards claim --account bob --from {_guardians.Host.Url}");
        _guardians.Distort("", "");

        await MatchAsync("rewards-claim-collect", "rewards claim --account bob");
        var shown = (await RunAsync("rewards show --account bob --json")).Data.GetProperty("earnings")[0];
        Assert.Equal(("0.855855", "0.855855", "0"), (Text(shown, "settled"), Text(shown, "collected"), Text(shown, "collectable")));
        Assert.Equal(devnet.Node.Address("bob"), Text(shown, "node"));

        // By anybody: who has no stake there gets nothing of it.
        var before = (await devnet.StateOfAsync("frank")).Send;
        await MatchAsync("rewards-claim-for-another", "rewards claim --node erin --account frank --json");
        Assert.Equal(before, (await devnet.StateOfAsync("frank")).Send);
        await RefusedAsync("wrong-claim-nothing", 1, "rewards claim --node erin --account frank");

        await PassAsync("2m");
        Assert.Equal("0.38513475", Text((await RunAsync("rewards claim --node bob --account carol --json")).Data, "claimed"));
    }

    private async Task CreditAsync()
    {
        _guardians.Distort("1001000", "1002000");
        await MatchAsync("credit-show-unproven", "credit show alice");
        await RefusedAsync("wrong-credit-withdraw-unproven", 5, "credit withdraw --account alice");
        _guardians.Distort("", "");
        await MatchAsync("credit-show-charged", "credit show alice --json");
        var before = (await devnet.StateOfAsync("alice")).Send;
        await MatchAsync("credit-withdraw-charged", "credit withdraw --account alice");
        Assert.Equal(before + SendAmount.Parse("40"), (await devnet.StateOfAsync("alice")).Send);

        // All that is left, less the charge.
        await RunAsync("credit request all --account alice");
        Assert.Equal("0", Text((await RunAsync("credit show alice --json")).Data.GetProperty("lines")[0], "free"));
    }

    private async Task VerifyAsync()
    {
        await MatchAsync("work-show", "work show");
        await MatchAsync("epoch-status", $"epoch status {Epoch}");
        await RefusedAsync("wrong-epoch-status-future", 1, "epoch status 4711");
        await MatchAsync("epoch-verify", $"epoch verify {Epoch - 1}");

        // All guardians say that Bob's Edge has earned a token more, in an epoch in which it did not work.
        await devnet.ReachAsync("settlement");
        using (var state = await devnet.Node.Index.ReadAsync(default))
        {
            await _guardians.SettleAsync(state.Epoch - 1, PlayedGuardians.Pay(devnet.Node.Address("bob"), SendAmount.One));
        }

        var settled = (await RunAsync("epoch status --json")).Data.GetProperty("epochs").EnumerateArray().First(each => Text(each, "stage") == "pending");
        await RefusedAsync("wrong-epoch-verify", 1, $"epoch verify {settled.GetProperty("number").GetInt64()}");
    }

    private async Task<(string? State, int HeldBy)> StandingAsync()
    {
        var commitment = (await RunAsync($"work show {Epoch} --json")).Data.GetProperty("commitments")[0];
        return (Text(commitment, "state"), commitment.GetProperty("heldBy").GetInt32());
    }

    private SignedLeaf Leaf(UnlockedAccount client, ulong units)
    {
        var domain = TypedDataDomain.OfWork(devnet.Node.Connection.Deployment.ChainId, devnet.Contracts.WorkProofs);
        var receipt = new RelayReceipt(devnet.Node.Address("bob"), client.Address, (ulong)Epoch, units);
        return new SignedLeaf(client.Address, client.Address, units, receipt.Sign(domain, client.Key));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task PassAsync(string duration)
    {
        await devnet.AdvanceAsync(Duration.Parse(duration));
        await devnet.PinAsync();
    }

    /// <summary>Runs a command line that must succeed.</summary>
    private async Task<CliResult> RunAsync(string line)
    {
        var result = (await _cli.RunAsync(line)).Succeeded();
        await devnet.PinAsync();
        return result;
    }

    /// <summary>Compares what a command prints, but for what hangs on how many seconds its transactions are apart, and on gas prices: these amounts have too many digits to be shown.</summary>
    private async Task MatchAsync(string snapshot, string line)
        => Snapshot.Match(snapshot, Regex.Replace(devnet.Scrubbed((await RunAsync(line)).Transcript(line)), @"~[\d,.]+\sSEND", "<about> SEND"));

    private async Task RefusedAsync(string snapshot, int exitCode, string line)
    {
        var result = await _cli.RunAsync(line);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Out));
        Snapshot.Match(snapshot, devnet.Scrubbed(result.Transcript(line)));
    }
}
