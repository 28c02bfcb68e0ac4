using System.Globalization;
using System.Net;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Epochs;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Epochs;

/// <summary>The end of an epoch, from receipts to an answered challenge. The chain's clock stands still but for a second a transaction.</summary>
[Collection(RelayDevnetGroup.Name)]
public class EpochDutiesTests(RelayDevnet devnet)
{
    [Fact]
    public async Task ReceiptsBecomeACommitmentWhoseChallengesAreAnswered()
    {
        await using var first = await EpochEdge.OpenAsync(devnet);
        await using var second = await EpochEdge.OpenAsync(devnet);
        var (alice, bob) = (await devnet.PersonAsync("50", first.Edge), await devnet.PersonAsync("50", first.Edge));
        var epoch = await devnet.NextEpochAsync();
        var (toBob, toAlice) = (await LogInAsync(first, alice), await LogInAsync(first, bob));
        await SendAsync(toBob, bob, 7);
        await SendAsync(toAlice, alice, 3);
        await toBob.PayAsync();

        // Bob's receipt comes late.
        Assert.Equal(epoch + 1, await devnet.NextEpochAsync());
        var report = await first.RunAsync("commit-work");
        Assert.Equal((DutyState.Pending, epoch), (report.State, report.Epoch));
        var clock = await devnet.Node.Protocol.GetClockAsync(default);
        Assert.Equal(clock.StartOf(epoch + 1) + (clock.W1 / 4), report.GoesOn);
        Assert.Null(first.Outbox.Find($"commit-work/{epoch}"));
        (await toAlice.SignAsync(epoch, 3)).Require(HttpStatusCode.OK);

        await AdvanceAsync(epoch, TimeSpan.FromSeconds(4));
        Assert.Equal(DutyState.Pending, (await first.RunAsync("commit-work")).State);
        var recorded = first.Outbox.Find($"commit-work/{epoch}")!;
        (await toAlice.SignAsync(epoch, 3)).RequireProblem(422, "epoch-closed");

        // Whatever dies before it is sent, the same is committed, once.
        await first.ReopenAsync();
        Assert.Equal(DutyState.Pending, (await first.RunAsync("commit-work")).State);
        Assert.Equal(recorded.Call, first.Outbox.Find($"commit-work/{epoch}")!.Call);
        Assert.Single(first.Outbox.ListRecent(10));
        await PinAsync();
        first.Send();
        await first.MinedAsync($"commit-work/{epoch}");
        Assert.Equal(DutyState.Done, (await first.RunAsync("commit-work")).State);
        await first.ReopenAsync();
        first.Send();
        Assert.Equal(DutyState.Done, (await first.RunAsync("commit-work")).State);
        Assert.Single(first.Outbox.ListRecent(10));

        await AssertCommittedAsync(first, epoch, 10);
        Assert.Equal(DutyState.Nothing, (await first.RunAsync("answer-challenges")).State);
        await AssertAnsweredByItselfAsync(first, epoch);
        await AssertAnsweredByAnotherAsync(first, second, epoch);
    }

    [Fact]
    public async Task WhatTheStakeDoesNotCoverIsLeftOut()
    {
        await using var edge = await EpochEdge.OpenAsync(devnet);
        var (alice, bob) = (await devnet.PersonAsync("50", edge.Edge), await devnet.PersonAsync("50", edge.Edge));

        // 10,000 SEND cover 1,000,000 units; what is left of the stake after a request, none: the node is not active.
        await devnet.DoAsync(edge.Edge.Owner, devnet.Chain.Deployment.Contracts.NodeStaking, new RequestUnstakeFunction { Node = edge.Edge.Owner.Address, Amount = SendAmount.One });
        var epoch = await devnet.NextEpochAsync();
        var session = await LogInAsync(edge, alice);
        await LogInAsync(edge, bob);
        await SendAsync(session, bob, 2);
        await session.PayAsync();
        await devnet.NextEpochAsync();
        await AdvanceAsync(epoch, TimeSpan.FromSeconds(4));

        var report = await edge.RunAsync("commit-work");

        Assert.Equal((DutyState.Done, epoch), (report.State, report.Epoch));
        Assert.Contains("covers 0 units", report.Note, StringComparison.Ordinal);
        Assert.Empty(edge.Outbox.ListRecent(1));
    }

    [Fact]
    public async Task AnEpochWithoutReceiptsIsDoneAndAMissedOneIsTold()
    {
        await using var edge = await EpochEdge.OpenAsync(devnet);
        var (alice, bob) = (await devnet.PersonAsync("50", edge.Edge), await devnet.PersonAsync("50", edge.Edge));
        var epoch = await devnet.NextEpochAsync();
        Assert.Equal(DutyState.Waiting, (await edge.RunAsync("commit-work")).State);
        await AdvanceAsync(epoch - 1, TimeSpan.FromSeconds(4));
        Assert.Equal(DutyState.Done, (await edge.RunAsync("commit-work")).State);

        var session = await LogInAsync(edge, alice);
        await LogInAsync(edge, bob);
        await SendAsync(session, bob, 2);
        await session.PayAsync();
        await devnet.NextEpochAsync();
        await AdvanceAsync(epoch, TimeSpan.FromSeconds(12));

        Assert.Equal(DutyState.Missed, (await edge.RunAsync("commit-work")).State);
        Assert.Empty(edge.Outbox.ListRecent(1));
    }

    private async Task AssertAnsweredByItselfAsync(EpochEdge edge, long epoch)
    {
        await ChallengeAsync(edge, epoch, 0, 9);
        var report = await edge.RunAsync("answer-challenges");
        Assert.Equal((DutyState.Pending, await EndAsync(epoch, clock => clock.W4)), (report.State, report.Until));
        foreach (var unit in new[] { 0, 9 })
        {
            await edge.MinedAsync($"answer/{epoch}/{edge.Edge.Owner.Address.ToLowerInvariant()}/{unit}");
        }

        Assert.Equal(DutyState.Done, (await edge.RunAsync("answer-challenges")).State);
        Assert.Equal(SendAmount.Parse("100"), await edge.BalanceAsync());
    }

    private async Task AssertAnsweredByAnotherAsync(EpochEdge edge, EpochEdge other, long epoch)
    {
        await ChallengeAsync(edge, epoch, 5);
        Assert.Equal(DutyState.Nothing, (await other.RunAsync("answer-challenges")).State);
        var key = $"answer/{epoch}/{edge.Edge.Owner.Address.ToLowerInvariant()}/5";
        Assert.Null(other.Outbox.Find(key));

        // Only when challenges have closed, and the Edge has not answered itself.
        await AdvanceAsync(epoch, TimeSpan.FromSeconds(31));
        await PinAsync();
        other.Send();
        await other.RunAsync("answer-challenges");
        await other.MinedAsync(key);
        Assert.Equal(SendAmount.Parse("50"), await other.BalanceAsync());
        Assert.Equal(DutyState.Done, (await edge.RunAsync("answer-challenges")).State);
    }

    /// <summary>What is on chain is the root of the leaves that are served, as JavaScript reckons it.</summary>
    private async Task AssertCommittedAsync(EpochEdge edge, long epoch, ulong units)
    {
        using var state = devnet.Index.Open()!;
        var commitment = Assert.Single(state.Work.ListCommitments(epoch), each => each.Edge == edge.Edge.Owner.Address);
        Assert.Equal(units, (ulong)commitment.Units);
        var page = JsonDocument.Parse(await devnet.Http.GetStringAsync(new Uri(edge.Edge.Url, $"/v1/leaves/{commitment.Root}"))).RootElement;
        Assert.Equal(2, page.GetProperty("leaves").GetArrayLength());
        var tree = await NodeTools.RunAsync<JsonElement>("work-tree.mjs", new { leaves = page.GetProperty("leaves") });
        Assert.Equal((commitment.Root, units.ToString(CultureInfo.InvariantCulture)), (tree.GetProperty("root").GetString(), tree.GetProperty("total").GetString()));
        var info = (await devnet.Chain.Work.CommitmentOfQueryAsync(epoch, edge.Edge.Owner.Address)).Info;
        Assert.Equal(commitment.Root[..(2 + (2 * 21))], info.RootPrefix.ToHex(true));
    }

    private async Task ChallengeAsync(EpochEdge edge, long epoch, params int[] units)
    {
        var contracts = devnet.Chain.Deployment.Contracts;
        var doubter = await devnet.Node.CreateAccountAsync(SendAmount.Parse("50") * units.Length);
        await devnet.DoAsync(doubter, contracts.SendToken, new ApproveFunction { Spender = contracts.WorkProofs, Value = SendAmount.Max });
        await AdvanceAsync(epoch, TimeSpan.FromSeconds(12));
        foreach (var unit in units)
        {
            await PinAsync();
            await devnet.DoAsync(doubter, contracts.WorkProofs, new ChallengeFunction { Epoch = epoch, Edge = edge.Edge.Owner.Address, Unit = (ulong)unit });
        }

        await PinAsync();
    }

    /// <summary>Who has asked for its envelopes once is at home there.</summary>
    private static async Task<TestSession> LogInAsync(EpochEdge edge, TestPerson person)
    {
        var session = await person.LogInAsync(edge.Edge);
        await session.ReceiveAsync();
        return session;
    }

    private static async Task SendAsync(TestSession session, TestPerson to, int units)
        => (await session.SendAsync(to.Did, new byte[units * 1024])).Require(HttpStatusCode.Accepted);

    /// <summary>Moves the chain to so much after the epoch's end, unless it is there already.</summary>
    private async Task AdvanceAsync(long epoch, TimeSpan after)
    {
        var moment = await EndAsync(epoch, _ => after);
        if ((await devnet.Chain.GetHeadAsync(default)).Time < moment)
        {
            await devnet.Node.SetNextBlockTimeAsync(moment.ToUnixTimeSeconds());
            await devnet.Node.MineAsync();
        }
    }

    /// <summary>The next block comes a second after the last, however long it takes until there is one.</summary>
    private async Task PinAsync() => await devnet.Node.SetNextBlockTimeAsync((await devnet.Chain.GetHeadAsync(default)).Time.ToUnixTimeSeconds() + 1);

    private async Task<DateTimeOffset> EndAsync(long epoch, Func<EpochClock, TimeSpan> after)
    {
        var clock = await devnet.Node.Protocol.GetClockAsync(default);
        return clock.StartOf(epoch + 1) + after(clock);
    }
}
