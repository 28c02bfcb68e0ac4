using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Credit;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Http.Leaves;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Work;
using Sending.Guardian.Signing;
using Sending.Guardian.Tests.Support;
using Sending.Testing.Http;

namespace Sending.Guardian.Tests.Story;

/// <summary>
/// Three guardians as processes on a devnet: they are killed before and after what they do, a fourth talks nonsense, one Edge invents a receipt and one
/// withholds its leaves; and the epoch is settled as if nothing had happened.
/// </summary>
public sealed class GuardianStoryTests(DevnetFixture devnet) : GuardianStory(devnet)
{
    private const ulong Units = 20_000;

    private SqliteLeafStore _leaves = null!;
    private TestServer _edges = null!;
    private TestServer _liar = null!;
    private UnlockedAccount _honest = null!;
    private UnlockedAccount _cheat = null!;
    private UnlockedAccount _silent = null!;
    private UnlockedAccount _payer = null!;
    private UnlockedAccount _nonsense = null!;
    private long _epoch;

    private IEnumerable<ServiceProcess> Guardians => Processes.Take(3);

    private ServiceProcess Observer => Processes[3];

    [Fact]
    public async Task They_settle_an_epoch_whatever_happens()
    {
        await RegisterAsync();
        await AllAreReadyAsync();
        await WorkIsCommittedAsync();
        await ScoresAreCommittedAsync();
        await ScoresAreRevealedAsync();
        await FraudIsPunishedAsync();
        await TheSettlementIsSubmittedAsync();
        await ItBecomesFinalAsync();
        await NothingWasDoneTwiceAsync();
        await WhatTheyServeIsRightAsync();
        await TheyEndInOrderAsync();
    }

    public override async Task InitializeAsync()
    {
        _leaves = SqliteLeafStore.Open(Folder.File("leaves.db"), await Devnet.Connection.GetIdentityAsync(default));
        _edges = await TestServer.StartAsync(app => new LeafEndpoints(_leaves).Map(app));
        _liar = await TestServer.StartAsync(app => app.MapFallback(AnswerNonsenseAsync));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _edges.DisposeAsync();
        await _liar.DisposeAsync();
    }

    private async Task RegisterAsync()
    {
        foreach (var name in new[] { "alice", "bob", "carol" })
        {
            var process = new GuardianProcess(Devnet, name, "--account", name);
            Processes.Add(process);
            await RegisterAsync(await Devnet.UnlockAsync(name), NodeRole.Guardian, 150_000, process.Url);
        }

        _nonsense = await Devnet.CreateAccountAsync(100_000 * SendAmount.One);
        await RegisterAsync(_nonsense, NodeRole.Guardian, 100_000, _liar.Url);
        _honest = await Devnet.CreateAccountAsync(25_000 * SendAmount.One);
        _cheat = await Devnet.CreateAccountAsync(25_000 * SendAmount.One);
        _silent = await Devnet.CreateAccountAsync(25_000 * SendAmount.One);
        foreach (var edge in new[] { _honest, _cheat, _silent })
        {
            await RegisterAsync(edge, NodeRole.Edge, 25_000, _edges.Url);
        }

        _payer = await Devnet.UnlockAsync("dave");
        var credit = new CreditActions(Devnet.Connection, new CreditReader(Devnet.Connection, Devnet.Index), Devnet.Reader, Devnet.Planner);
        await Devnet.SendAsync(await credit.DepositAsync(_payer, _payer.Address, _honest.Address, 100 * SendAmount.One, default), _payer);
        Processes.Add(new GuardianProcess(Devnet, "observer", "--observe"));
        Processes.ForEach(process => process.Start());
        _epoch = Clock.EpochAt(Time.Now);
    }

    private async Task WorkIsCommittedAsync()
    {
        // Before its scores are committed: carol is away when the epoch ends.
        await Processes[2].KillAsync();
        await ReachAsync(EndOf(_epoch) + Second);
        var honest = LeafSet.Build(_epoch, _honest.Address, [Leaf(_honest, _payer, _epoch, Units)]);
        var invented = LeafSet.Build(_epoch, _cheat.Address, [Leaf(_cheat, _payer, _epoch, 5) with { Signer = _honest.Address }]);
        await _leaves.SaveAsync(honest, default);
        await _leaves.SaveAsync(invented, default);
        await CommitWorkAsync(_honest, _epoch, Convert.FromHexString(honest.Root[2..]), honest.Units);
        await CommitWorkAsync(_cheat, _epoch, Convert.FromHexString(invented.Root[2..]), invented.Units);
        await CommitWorkAsync(_silent, _epoch, RandomNumberGenerator.GetBytes(32), 1_000);
    }

    private async Task ScoresAreCommittedAsync()
    {
        var killed = new HashSet<string>();
        await UntilAsync("scores are committed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            var committed = state.Work.ListScores(_epoch);

            // After the transaction.
            if (committed.Any(scores => scores.Guardian == Devnet.Address("alice")) && killed.Add("alice"))
            {
                await Processes[0].KillAndStartAsync();
                Processes[2].Start();
            }

            return committed.Count == 3;
        });
    }

    private async Task ScoresAreRevealedAsync()
    {
        // Before the transaction: bob finds its window open when it comes back.
        await Processes[1].KillAsync();
        Time.Set(EndOf(_epoch) + Clock.W1 + Second);
        Processes[1].Start();

        // One may have convicted the cheat, which is looked at no more then, before another has looked.
        static bool IsComplete(string note) => note.StartsWith("1 sound, ", StringComparison.Ordinal) && note.Contains(" 1 not given.", StringComparison.Ordinal);

        // The Edge that gives nothing is waited for until most of the window has passed.
        await UntilAsync("the leaves are checked", async () => (await Task.WhenAll(Guardians.Select(each => NoteAsync(each, "audit-leaves")))).All(IsComplete));
        Time.Set(EndOf(_epoch) + Clock.W1 + TimeSpan.FromSeconds(7));
        await UntilAsync("scores are revealed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListScores(_epoch).Count(scores => scores.RevealedAt is not null) == 3;
        });
        using var revealed = await Devnet.Index.ReadAsync(default);
        var index = (int)revealed.Staking.FindNode(_honest.Address)!.Index;
        Assert.All(revealed.Work.ListScores(_epoch), scores => Assert.Equal([index], HeldBitmap.Edges(scores.Held!)));

        // After it.
        await Processes[1].KillAndStartAsync();
    }

    private async Task FraudIsPunishedAsync()
    {
        Time.Set(EndOf(_epoch) + Clock.W2 + TimeSpan.FromSeconds(2));
        await UntilAsync("the cheat is convicted and the silent one challenged", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            var commitments = state.Work.ListCommitments(_epoch).ToDictionary(commitment => commitment.Edge);
            return commitments[_cheat.Address].Convicted && commitments[_silent.Address].Unanswered > 0;
        });
    }

    private async Task TheSettlementIsSubmittedAsync()
    {
        // Before its signature: carol computes it alone when it comes back. After it, and before there are enough to submit it: alice.
        await Processes[2].KillAsync();
        Time.Set(EndOf(_epoch) + Clock.W4 + Second);
        await UntilAsync("alice has signed", async () => await SignersAsync(Processes[0], except: null) is { Count: > 0 } signers && signers.Contains(Devnet.Address("alice")));
        await Processes[0].KillAsync();
        Processes[2].Start();
        Processes[0].Start();
        Time.Set(Time.Now + TimeSpan.FromSeconds(4));
        await UntilAsync("the settlement is submitted and the silent one convicted", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Settlements.Find(_epoch) is not null && state.Work.ListCommitments(_epoch).Single(commitment => commitment.Edge == _silent.Address).Convicted;
        });

        // After it is submitted, whoever did it.
        await Task.WhenAll(Guardians.Select(each => each.KillAndStartAsync()));
    }

    private async Task ItBecomesFinalAsync()
    {
        using (var state = await Devnet.Index.ReadAsync(default))
        {
            Time.Set(state.Settlements.Find(_epoch)!.FinalAt + Second);
        }

        await UntilAsync("everybody has claimed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Settlements.LastFinal is { ExecutedAt: not null } && Guardians.All(each => state.Settlements.FindClaim(Devnet.Address(each.Name)) is not null);
        });
        using var settled = await Devnet.Index.ReadAsync(default);
        Assert.Equal(_epoch, settled.Settlements.LastFinal!.Epoch);
        Assert.Equal(Units * SendAmount.One / 1_000, settled.Settlements.LastFinal.Charged);
        Assert.Equal(3, settled.Work.ListScores(_epoch).Count);
        Assert.Null(settled.Settlements.FindClaim(_nonsense.Address));

        // Nobody lost stake but those that cheated.
        Assert.All(Guardians, each => Assert.Empty(settled.Staking.ListSlashes(Devnet.Address(each.Name))));
        Assert.Empty(settled.Staking.ListSlashes(_honest.Address));
        Assert.Single(settled.Staking.ListSlashes(_cheat.Address));
        Assert.Single(settled.Staking.ListSlashes(_silent.Address));
    }

    private async Task WhatTheyServeIsRightAsync()
    {
        using var http = new HttpClient();
        var client = new SettlementClient(http, TimeProvider.System);
        using var state = await Devnet.Index.ReadAsync(default);
        var settlement = state.Settlements.LastFinal!;
        foreach (var process in Processes)
        {
            var answer = await client.FindAsync(settlement, [process.Url], default);
            Assert.True(answer.Found is not null, $"{process.Name}: {string.Join(';', answer.Failures)}");
            Assert.NotNull((await client.FindEarningsAsync(settlement, Devnet.Address("alice"), [process.Url], default)).Found);
            Assert.NotNull((await client.FindChargeAsync(settlement, _payer.Address, _honest.Address, [process.Url], default)).Found);
            Assert.NotNull(await process.GetAsync("/v1/settlements/latest"));
            Assert.Equal(HttpStatusCode.NotFound, (await process.AskAsync("/v1/settlements/4000")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await process.AskAsync("/v1/settlements/first")).Status);
            Assert.Contains("sending_duty_state", (await process.AskAsync("/metrics")).Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Transaction ", Observer.Log, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Observer.Data, GuardianService.RecordFile)));
    }

    private async Task TheyEndInOrderAsync()
    {
        Assert.All(await Task.WhenAll(Processes.Select(process => process.EndAsync())), code => Assert.Equal(130, code));
        using var state = await Devnet.Index.ReadAsync(default);
        var settled = new SignedSettlement(_epoch, state.Settlements.LastFinal!.Digest);
        foreach (var guardian in Guardians)
        {
            using var record = SigningRecord.Open(Path.Combine(guardian.Data, GuardianService.RecordFile), await Devnet.Connection.GetIdentityAsync(default), Contracts.RewardPool);
            Assert.Equal([settled], record.List());
        }
    }

    /// <summary>However often they were killed, the chain saw each thing once.</summary>
    private async Task NothingWasDoneTwiceAsync()
    {
        var guardians = Guardians.Select(each => Devnet.Address(each.Name)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(guardians, (await EventsAsync<ScoresCommittedEventDTO>(Contracts.WorkProofs)).Where(each => each.Epoch == _epoch).Select(each => each.Guardian).Order(StringComparer.Ordinal));
        Assert.Equal(guardians, (await EventsAsync<ScoresRevealedEventDTO>(Contracts.WorkProofs)).Select(each => each.Guardian).Order(StringComparer.Ordinal));
        Assert.Equal(guardians, (await EventsAsync<EarningsClaimedEventDTO>(Contracts.RewardPool)).Select(each => each.Node).Order(StringComparer.Ordinal));
        Assert.Equal(_epoch, Assert.Single(await EventsAsync<SettlementSubmittedEventDTO>(Contracts.RewardPool)).Epoch);
        Assert.Equal(_epoch, Assert.Single(await EventsAsync<SettlementExecutedEventDTO>(Contracts.RewardPool)).Epoch);
        Assert.Equal(_cheat.Address, Assert.Single(await EventsAsync<ConvictedEventDTO>(Contracts.WorkProofs), each => each.Edge != _silent.Address).Edge);
    }

    private async Task<IEnumerable<TEvent>> EventsAsync<TEvent>(string contract)
        where TEvent : IEventDTO, new()
    {
        var declared = new Event<TEvent>(Devnet.Connection.Web3.Client, contract);
        return (await declared.GetAllChangesAsync(declared.CreateFilterInput(BlockParameter.CreateEarliest(), BlockParameter.CreateLatest()))).Select(log => log.Event);
    }

    private async Task<IReadOnlyList<string>?> SignersAsync(ServiceProcess process, string? except)
        => await process.GetAsync($"/v1/settlements/{_epoch}/signatures") is { } document
            ? [.. document.GetProperty("signatures").EnumerateArray().Select(each => each.GetProperty("guardian").GetString()!).Where(guardian => guardian != except)]
            : null;

    /// <summary>A guardian that answers with what no other may believe, nor fall over.</summary>
    private async Task AnswerNonsenseAsync(HttpContext context)
    {
        var message = new SettlementMessage(_epoch, new byte[32], RandomNumberGenerator.GetBytes(32), 1, new byte[32], 0);
        var forged = new SettlementSignatures(message, "0x" + new string('1', 64), [new GuardianSignature(Devnet.Address("alice"), message.Sign(Rewards, EthECKey.GenerateKey()))]).ToJson();
        byte[][] answers = [forged, Encoding.UTF8.GetBytes("{\"digest\":"), RandomNumberGenerator.GetBytes(3 << 20), []];
        try
        {
            await context.Response.Body.WriteAsync(answers[RandomNumberGenerator.GetInt32(answers.Length)], context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // It has had enough.
        }
    }
}
