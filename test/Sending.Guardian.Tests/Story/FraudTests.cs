using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Http.Leaves;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Work;
using Sending.Guardian.Tests.Support;
using Sending.Testing.Http;
using Sending.Testing.Settlements;

namespace Sending.Guardian.Tests.Story;

/// <summary>
/// Every way to cheat in one epoch. Two guardians, as processes, find and punish them all; a third reveals nonsense, claims to hold everything and signs two
/// settlements; a fourth is never there. One Edge is honest, and is paid as if the others did not exist.
/// </summary>
public sealed class FraudTests(DevnetFixture devnet) : GuardianStory(devnet)
{
    private const int EdgeStake = 10_000;
    private const long SlashForWork = 1_000;
    private const long SlashForEquivocation = 3_000;
    private const string Honest = "honest";

    /// <summary>Its host accepts requests for the leaves, and never answers.</summary>
    private const string Silent = "silent";

    private static readonly Dictionary<string, Func<EdgeWork, LeafSet, LeafSet>> s_cheats = new()
    {
        ["invents 1 % of its units"] = (work, _) => work.Invented(signed: 89, 18),
        ["invents half of its units"] = (work, _) => work.Invented(signed: 10, 250, 250, 250, 250),
        ["invents a single unit"] = (work, _) => work.Invented(signed: 10, 1),
        [Silent] = (work, _) => work.Honest(),
        ["has lost its leaves"] = (work, _) => work.Honest(),
        ["claims more units than its leaves have"] = (work, _) => work.MoreUnits(100_000),
        ["hides units in the tree"] = (work, _) => work.HiddenUnits(100_000),
        ["has two leaves in disorder"] = (work, _) => work.Disordered(),
        ["counts a receipt twice"] = (work, _) => work.Twice(),
        ["counts another's receipts"] = (work, honest) => work.Of(honest),
    };

    private readonly Dictionary<string, UnlockedAccount> _edges = [];
    private readonly Dictionary<string, LeafSet> _work = [];
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private volatile SettlementMessage[] _twoSettlements = [];
    private volatile string? _silentRoot;
    private SqliteLeafStore _leaves = null!;
    private TestServer _host = null!;
    private UnlockedAccount _payer = null!;
    private UnlockedAccount _crook = null!;
    private UnlockedAccount _absent = null!;
    private long _epoch;

    [Fact]
    public async Task Every_cheat_is_convicted_and_the_honest_are_paid()
    {
        await AllAreReadyAsync();
        await WorkIsCommittedAsync();
        await EveryFraudIsFoundAsync();
        await WhoCannotAnswerIsConvictedAsync();
        await TheSettlementBecomesFinalAsync();
        await NobodyElseIsPunishedAsync();
        await TheHonestAreSettledAsync();
    }

    public override async Task InitializeAsync()
    {
        _leaves = SqliteLeafStore.Open(Folder.File("leaves.db"), await Devnet.Connection.GetIdentityAsync(default));
        _host = await TestServer.StartAsync(app =>
        {
            app.Use(WithoutAnswerAsync);
            new LeafEndpoints(_leaves).Map(app);
            app.MapGet("/v1/settlements/{epoch}/signatures", SignBothAsync);
        });
        (_payer, _crook, _absent) = (await Devnet.UnlockAsync("dave"), await Devnet.UnlockAsync("carol"), await Devnet.UnlockAsync("erin"));
        await Task.WhenAll([RegisterGuardiansAsync(), .. s_cheats.Keys.Prepend(Honest).Select(RegisterEdgeAsync)]);
        await SendAsync(_payer, Contracts.SendToken, new ApproveFunction { Spender = Contracts.RelayCredit, Value = SendAmount.Max });
        await SendAsync(_payer, Contracts.RelayCredit, new DepositAllFunction
        {
            Deposits = [.. _edges.Values.Select(edge => new Deposit { Payer = _payer.Address, Edge = edge.Address, Amount = 10 * SendAmount.One })],
        });
        await base.InitializeAsync();
        Processes.ForEach(process => process.Start());

        // An epoch in which it is the crook's turn first, so that the test says when a settlement is submitted.
        var order = new[] { Devnet.Address("alice"), Devnet.Address("bob"), _crook.Address, _absent.Address }.Order(StringComparer.Ordinal).ToList();
        for (_epoch = Clock.EpochAt(Time.Now); (order.IndexOf(_crook.Address) + _epoch) % order.Count != 0;)
        {
            _epoch++;
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _host.DisposeAsync();
    }

    private async Task RegisterGuardiansAsync()
    {
        foreach (var name in new[] { "alice", "bob" })
        {
            var process = new GuardianProcess(Devnet, name, "--account", name);
            Processes.Add(process);
            await RegisterAsync(await Devnet.UnlockAsync(name), NodeRole.Guardian, 250_000, process.Url);
        }

        await RegisterAsync(_crook, NodeRole.Guardian, 100_000, _host.Url);
        await RegisterAsync(_absent, NodeRole.Guardian, 100_000, new Uri("http://127.0.0.1:1"));
    }

    private async Task RegisterEdgeAsync(string kind)
    {
        var edge = await Devnet.CreateAccountAsync(EdgeStake * SendAmount.One);
        await RegisterAsync(edge, NodeRole.Edge, EdgeStake, _host.Url);
        lock (_edges)
        {
            _edges[kind] = edge;
        }
    }

    private async Task WorkIsCommittedAsync()
    {
        await ReachAsync(EndOf(_epoch) + Second);
        _work[Honest] = WorkOf(Honest).Honest();
        foreach (var (kind, cheat) in s_cheats)
        {
            _work[kind] = cheat(WorkOf(kind), _work[Honest]);
        }

        _silentRoot = _work[Silent].Root;
        foreach (var (_, set) in _work.Where(work => work.Key != "has lost its leaves"))
        {
            await _leaves.SaveAsync(set, default);
        }

        await Task.WhenAll(_work.Select(work => CommitWorkAsync(_edges[work.Key], _epoch, Word.Bytes(work.Value.Root), work.Value.Units)));
        await UntilAsync("scores are committed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListScores(_epoch).Count == 2;
        });
        foreach (var process in Processes)
        {
            await UntilAsync("the leaves are checked", async () => (await NoteAsync(process, "audit-leaves")).StartsWith("1 sound, 7 faulty, 3 not given.", StringComparison.Ordinal));
        }
    }

    private async Task EveryFraudIsFoundAsync()
    {
        // Nothing it says is worth anything: no Edge was available, and it holds everything.
        var (scores, salt) = (new byte[_edges.Count], RandomNumberGenerator.GetBytes(32));
        await SendAsync(_crook, Contracts.WorkProofs, new CommitScoresFunction { Epoch = _epoch, Hash = AvailabilityScores.Commitment(_epoch, _crook.Address, scores, salt) });
        await ReachAsync(EndOf(_epoch) + Clock.W1 + Second);
        await SendAsync(_crook, Contracts.WorkProofs, new RevealScoresFunction { Epoch = _epoch, Scores = scores, Salt = salt, Held = HeldBitmap.Of(Enumerable.Range(0, _edges.Count)) });
        Time.Set(EndOf(_epoch) + Clock.W1 + TimeSpan.FromSeconds(9));
        await UntilAsync("whose leaves show it is convicted, and who shows none is challenged", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            var commitments = state.Work.ListCommitments(_epoch);
            return commitments.Count(commitment => commitment.Convicted) == 6
                && commitments.Count(commitment => commitment.Unanswered > 0) == 4
                && state.Work.ListScores(_epoch).Count(each => each.RevealedAt is not null) == 3;
        });
        using var revealed = await Devnet.Index.ReadAsync(default);
        var honest = (int)revealed.Staking.FindNode(_edges[Honest].Address)!.Index;
        var reveals = revealed.Work.ListScores(_epoch).Where(each => each.Guardian != _crook.Address);
        Assert.All(reveals, each => Assert.Equal([honest], HeldBitmap.Edges(each.Held!)));
        Assert.Empty(revealed.Work.ListChallenges(_epoch, _edges[Honest].Address));
    }

    private async Task WhoCannotAnswerIsConvictedAsync()
    {
        SettlementMessage Settlement(byte earned) => new(_epoch, new byte[32], RandomNumberGenerator.GetBytes(32), earned, new byte[32], 0);
        _twoSettlements = [Settlement(1), Settlement(2)];
        Time.Set(EndOf(_epoch) + Clock.W4);
        await UntilAsync("every cheat is convicted", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListCommitments(_epoch).Count(commitment => commitment.Convicted) == s_cheats.Count;
        });
        await UntilAsync("both settlements of the crook are seen", () => Task.FromResult(_asked.Values.Count(times => times >= 2) >= Processes.Count));
    }

    private async Task TheSettlementBecomesFinalAsync()
    {
        Time.Set(EndOf(_epoch) + Clock.W4 + TimeSpan.FromSeconds(4));
        await UntilAsync("the settlement is submitted and the crook slashed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Settlements.Find(_epoch) is not null && state.Staking.ListSlashes(_crook.Address).Count > 0;
        });
        using (var state = await Devnet.Index.ReadAsync(default))
        {
            Time.Set(state.Settlements.Find(_epoch)!.FinalAt + Second);
        }

        await UntilAsync("the guardians have claimed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Settlements.LastFinal is { ExecutedAt: not null } && Processes.All(each => state.Settlements.FindClaim(Devnet.Address(each.Name)) is not null);
        });
    }

    private async Task NobodyElseIsPunishedAsync()
    {
        using var state = await Devnet.Index.ReadAsync(default);
        foreach (var (kind, edge) in _edges.Where(edge => edge.Key != Honest))
        {
            var slash = Assert.Single(state.Staking.ListSlashes(edge.Address));
            Assert.True((slash.Bps, slash.Bonded) == (SlashForWork, EdgeStake * SendAmount.One / 10), $"Who {kind} lost {slash.Bonded}.");
            Assert.Equal(EdgeStake * SendAmount.One * 9 / 10, state.Staking.FindNode(edge.Address)!.Bonded);
        }

        Assert.Equal(SlashForEquivocation, Assert.Single(state.Staking.ListSlashes(_crook.Address)).Bps);
        foreach (var other in new[] { _edges[Honest].Address, Devnet.Address("alice"), Devnet.Address("bob"), _absent.Address })
        {
            Assert.Empty(state.Staking.ListSlashes(other));
        }

        // Bonds of challenges that nobody answered are back, or go back to who put them up.
        Assert.All(
            state.Work.ListCommitments(_epoch).SelectMany(commitment => state.Work.ListChallenges(_epoch, commitment.Edge)),
            challenge => Assert.NotEqual(ChallengeState.Answered, challenge.State));
    }

    private async Task TheHonestAreSettledAsync()
    {
        using var http = new HttpClient();
        var client = new SettlementClient(http, TimeProvider.System);
        using var state = await Devnet.Index.ReadAsync(default);
        var settlement = state.Settlements.LastFinal!;
        var expected = await IndependentSettlement.ComputeAsync(Devnet.Connection, _work.Values, _epoch);
        foreach (var process in Processes)
        {
            var (document, _, failures) = await client.FindAsync(settlement, [process.Url], default);
            Assert.True(document is not null, string.Join(';', failures));
            Assert.Equal(expected, SettlementText.Of(document, Rewards));
        }

        var figures = (await client.FindAsync(settlement, [Processes[0].Url], default)).Found!.Epochs.Single(each => each.Epoch == _epoch);
        Assert.Equal(_edges[Honest].Address, Assert.Single(figures.Edges, edge => edge.Stands).Edge);
        Assert.Equal(s_cheats.Count, figures.Edges.Count(edge => edge.Rejected && (edge.Charged + edge.Fees + edge.Subsidy).IsZero));
        Assert.Equal(BigInteger.Zero, figures.Guardians.Single(guardian => guardian.Guardian == _absent.Address).Pay);

        // 90 % of the charge, and of the rest half from the fund: the crook's scores count for nothing.
        var charge = EdgeWork.PaidUnits * SendAmount.One / 1_000;
        Assert.Equal(charge, settlement.Charged);
        var earned = (await client.FindEarningsAsync(settlement, _edges[Honest].Address, [Processes[0].Url], default)).Found!;
        Assert.Equal(charge * 95 / 100, earned.Cumulative);
        foreach (var cheat in _edges.Where(edge => edge.Key != Honest))
        {
            Assert.Null((await client.FindEarningsAsync(settlement, cheat.Value.Address, [Processes[0].Url], default)).Found);
        }

        await SendAsync(_edges[Honest], Contracts.RewardPool, SettlementCalls.Claim(earned));
        using var claimed = await Devnet.Index.ReadAsync(default);
        Assert.Equal(earned.Cumulative, claimed.Settlements.FindClaim(_edges[Honest].Address)!.Cumulative);
    }

    private EdgeWork WorkOf(string kind) => new(_edges[kind], _payer, _epoch, Receipts);

    /// <summary>A request for the silent Edge's leaves stays without an answer.</summary>
    private async Task WithoutAnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (_silentRoot is { } root && context.Request.Path.Value!.Contains(root, StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        await next(context);
    }

    /// <summary>Who asks again gets another settlement, signed as well.</summary>
    private async Task SignBothAsync(HttpContext context)
    {
        if (_twoSettlements.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var settlement = _twoSettlements[_asked.AddOrUpdate(context.Connection.Id, 1, (_, times) => times + 1) % 2];
        var signed = new SettlementSignatures(settlement, Word.Hash(settlement.Digest(Rewards)), [new GuardianSignature(_crook.Address, settlement.Sign(Rewards, _crook.Key))]);
        await context.Response.Body.WriteAsync(signed.ToJson(), context.RequestAborted);
    }
}
