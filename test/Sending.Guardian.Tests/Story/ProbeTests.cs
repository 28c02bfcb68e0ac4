using Microsoft.AspNetCore.Builder;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Staking;
using Sending.Guardian.Tests.Support;
using Sending.Testing.Http;

namespace Sending.Guardian.Tests.Story;

/// <summary>
/// A guardian probes an Edge that runs, one that is down, one that answers nonsense, and leaves a newcomer alone; a guardian without SEND has no opinion. What the
/// scores say is what the chain gets, and the Edge is paid for what the probes cost.
/// </summary>
public sealed class ProbeTests(DevnetFixture devnet) : GuardianStory(devnet)
{
    private const int Probes = 5;

    private readonly List<string> _edges = [];
    private TestServer _nonsense = null!;
    private long _epoch;

    private ServiceProcess Guardian => Processes[0];

    private ServiceProcess Poor => Processes[1];

    [Fact]
    public async Task Scores_are_what_probes_found()
    {
        await RegisterAsync();
        await KeysHaveCreditAsync();
        await EdgesAreProbedAsync();
        await ScoresAreRevealedAsync();
    }

    public override async Task InitializeAsync()
    {
        _nonsense = await TestServer.StartAsync(app => app.MapFallback(() => "{\"epoch\":[]}"));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _nonsense.DisposeAsync();
    }

    private async Task RegisterAsync()
    {
        foreach (var name in new[] { "alice", "bob" })
        {
            Processes.Add(new GuardianProcess(Devnet, name, "--account", name, "--probes", $"{Probes}", "--probe-limit", "5000"));
            await RegisterAsync(await Devnet.UnlockAsync(name), NodeRole.Guardian, 150_000, Processes[^1].Url);
        }

        var bob = await Devnet.UnlockAsync("bob");
        var left = await Devnet.Connection.Token.BalanceOfQueryAsync(bob.Address);
        await SendAsync(bob, Contracts.SendToken, new TransferFunction { To = Devnet.Address("alice"), Value = left - 1 });
        var edge = new EdgeProcess(Devnet, "dave", "--account", "dave");
        Processes.Add(edge);
        await RegisterEdgeAsync(await Devnet.UnlockAsync("dave"), edge.Url);
        await RegisterEdgeAsync(await NewEdgeAsync(), new Uri("http://127.0.0.1:9"));
        await RegisterEdgeAsync(await NewEdgeAsync(), _nonsense.Url);
        Processes.ForEach(process => process.Start());
        _epoch = Clock.EpochAt(Time.Now) + 1;
        await AllAreReadyAsync();
    }

    private async Task KeysHaveCreditAsync()
    {
        await UntilAsync("each Edge has two lines", async () => (await LinesAsync()).Count == 2 * _edges.Count);
        await UntilAsync("bob tells what is missing", async () => (await NoteAsync(Poor, "probe-edges")).Contains("6 more keys need credit, 1 SEND each", StringComparison.Ordinal));

        // No key is known at two Edges, and none is the guardian's.
        var payers = (await LinesAsync()).Select(line => line.Payer).ToList();
        Assert.Distinct(payers);
        Assert.DoesNotContain(Devnet.Address("alice"), payers);
        await ReachAsync(Clock.StartOf(_epoch) + Second);
        await RegisterEdgeAsync(await NewEdgeAsync(), _nonsense.Url);
    }

    private async Task EdgesAreProbedAsync()
    {
        await UntilAsync("the newcomer's keys have credit", async () => (await LinesAsync()).Count == 2 * _edges.Count);
        Time.Set(Clock.StartOf(_epoch) + TimeSpan.FromSeconds(44));
        await UntilAsync("all are probed", async () => await NoteAsync(Guardian, "probe-edges") is var note
            && note.StartsWith("Probed 3 Edges", StringComparison.Ordinal)
            && note.Contains($"{_edges[0]} 5 of 5", StringComparison.Ordinal)
            && note.Contains($"{_edges[1]} 0 of 5 (", StringComparison.Ordinal)
            && note.Contains($"{_edges[2]} 0 of 5 (", StringComparison.Ordinal));
        var metrics = (await Guardian.AskAsync("/metrics")).Body;
        Assert.Contains($"sending_guardian_probes{{edge=\"{_edges[0]}\",result=\"answered\"}} 5", metrics, StringComparison.Ordinal);

        // Keys and counts are on the disk.
        await Guardian.KillAndStartAsync();
    }

    private async Task ScoresAreRevealedAsync()
    {
        Time.Set(EndOf(_epoch) + TimeSpan.FromSeconds(6));
        await UntilAsync("scores and work are committed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListScores(_epoch).Count == 2 && state.Work.ListCommitments(_epoch).Count == 1;
        });
        Time.Set(EndOf(_epoch) + Clock.W1 + TimeSpan.FromSeconds(7));
        await UntilAsync("scores are revealed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListScores(_epoch).Count(scores => scores.RevealedAt is not null) == 2;
        });
        using var revealed = await Devnet.Index.ReadAsync(default);
        var scores = revealed.Work.ListScores(_epoch).ToDictionary(each => each.Guardian, each => each.Scores!);
        var found = scores[Devnet.Address("alice")];
        Assert.Equal([AvailabilityScores.Highest, 0, 0, AvailabilityScores.NoOpinion], _edges.Select(edge => AvailabilityScores.Of(found, (int)revealed.Staking.FindNode(edge)!.Index) ?? AvailabilityScores.NoOpinion));
        Assert.Empty(scores[Devnet.Address("bob")]);

        // Each probe cost a unit to send and one to receive, and the Edge has receipts for all of them.
        Assert.Equal(2 * Probes, (int)Assert.Single(revealed.Work.ListCommitments(_epoch), commitment => commitment.Edge == _edges[0]).Units);
        Assert.Equal(2 * _edges.Count, (await LinesAsync()).Count);
    }

    private async Task<List<IndexedLine>> LinesAsync()
    {
        using var state = await Devnet.Index.ReadAsync(default);
        return [.. state.Credit.ListLines()];
    }

    private Task<UnlockedAccount> NewEdgeAsync() => Devnet.CreateAccountAsync(25_000 * SendAmount.One);

    private async Task RegisterEdgeAsync(UnlockedAccount owner, Uri url)
    {
        await RegisterAsync(owner, NodeRole.Edge, 25_000, url);
        _edges.Add(owner.Address);
    }
}
