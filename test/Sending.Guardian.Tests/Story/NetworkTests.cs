using System.Numerics;
using System.Text;
using Nethereum.Contracts;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Holdings;
using Sending.Chain.Identity;
using Sending.Chain.Relay;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Work;
using Sending.Guardian.Tests.Support;
using Sending.Testing.Settlements;

namespace Sending.Guardian.Tests.Story;

/// <summary>
/// The network as it is meant to run: three guardians and three Edges as processes, twenty clients that pay, five epochs. Every settlement is what a program of its
/// own computes, everybody is paid and charged that to the wei, and no SEND comes from nowhere or gets lost. A fourth guardian is away all the time: the others
/// suspend it, and it resumes when it is back.
/// </summary>
public sealed class NetworkTests(DevnetFixture devnet) : GuardianStory(devnet)
{
    private const int Epochs = 5;
    private const int Clients = 20;
    private const int EnvelopesPerEpoch = 6;
    private const int LargestBody = 24 << 10;
    private const int Seed = 20_261_126;

    private static readonly byte[] s_home = Encoding.ASCII.GetBytes($"did/svc/{DidService.SendingEdge}");
    private static readonly BigInteger s_fee = SendAmount.One / 1_000;
    private static readonly BigInteger s_credit = 20 * SendAmount.One;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Random _random = new(Seed);
    private readonly List<NetworkClient> _clients = [];
    private readonly List<LeafSet> _leaves = [];
    private readonly int[] _expected = new int[Clients];
    private readonly List<string> _edges = [];
    private CumulativeFigures _figures = new([], []);
    private UnlockedAccount _absent = null!;
    private ServiceProcess _away = null!;

    private IEnumerable<ServiceProcess> Guardians => Processes.Take(3);

    [Fact]
    public async Task Five_epochs_are_settled_to_the_wei()
    {
        await AllAreReadyAsync();
        var first = Clock.EpochAt(Time.Now) + 1;
        await ReachAsync(Clock.StartOf(first) + Second);
        for (var epoch = first; epoch < first + Epochs; epoch++)
        {
            await ClientsTalkAsync();
            await EdgesAreProbedAsync(epoch);
            if (epoch > first)
            {
                await ItIsPaidAsync(epoch - 1);
            }

            await WorkIsCommittedAsync(epoch);
            await TheSettlementIsSubmittedAsync(epoch);
        }

        await ItIsPaidAsync(first + Epochs - 1);
        ClientsPaidForWhatTheyGot();
        await NoSendIsLostAsync();
        await WhoWasAwayResumesAsync();
    }

    public override async Task InitializeAsync()
    {
        foreach (var name in new[] { "alice", "bob", "carol" })
        {
            Processes.Add(new GuardianProcess(Devnet, name, "--account", name, "--probes", "5", "--probe-limit", "5000"));
            await RegisterAsync(await Devnet.UnlockAsync(name), NodeRole.Guardian, 150_000, Processes[^1].Url);
        }

        await RegisterAbsentAsync();
        foreach (var name in new[] { "dave", "erin", "frank" })
        {
            Processes.Add(new EdgeProcess(Devnet, name, "--account", name));
            await RegisterAsync(await Devnet.UnlockAsync(name), NodeRole.Edge, 25_000, Processes[^1].Url);
            _edges.Add(Devnet.Address(name));
        }

        for (var number = 0; number < Clients; number++)
        {
            await AddClientAsync(Processes[3 + (number % 3)]);
        }

        await base.InitializeAsync();
        Processes.ForEach(process => process.Start());
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _http.Dispose();
    }

    private async Task RegisterAbsentAsync()
    {
        _absent = await Devnet.CreateAccountAsync(100_000 * SendAmount.One);
        await Devnet.KeepAsync("absent", _absent);
        _away = new GuardianProcess(Devnet, "absent", "--account", "absent", "--password-file", Devnet.Devnet.Folder.PasswordFile);
        await RegisterAsync(_absent, NodeRole.Guardian, 100_000, _away.Url);
    }

    private async Task AddClientAsync(ServiceProcess edge)
    {
        var (account, owner) = (await Devnet.CreateAccountAsync(s_credit), Devnet.Address(edge.Name));
        await SendAsync(Contracts.SendToken, new ApproveFunction { Spender = Contracts.RelayCredit, Value = SendAmount.Max });
        await SendAsync(Contracts.RelayCredit, new DepositFunction { Payer = account.Address, Edge = owner, Amount = s_credit });
        await SendAsync(Contracts.DidRegistry, new SetAttributeFunction
        {
            Identity = account.Address,
            Name = [.. s_home, .. new byte[32 - s_home.Length]],
            Value = Encoding.ASCII.GetBytes(new Did(owner).ToString()),
            Validity = 1_000_000,
        });
        _clients.Add(new NetworkClient(_http, new EdgeTarget(edge.Url, owner, Devnet.Connection.Deployment), account));

        Task SendAsync<TFunction>(string contract, TFunction message)
            where TFunction : FunctionMessage, new() => Devnet.SendAsAsync(account.Address, contract, message);
    }

    /// <summary>Everybody writes to others, at other Edges too. A quarter of them is away while the others write.</summary>
    private async Task ClientsTalkAsync()
    {
        var letters = _clients.ToDictionary(client => client, client => Enumerable.Range(0, EnvelopesPerEpoch).Select(_ => Letter(client)).ToList());
        var late = _clients.Where((_, number) => number % 4 == 0).ToList();
        var online = _clients.Except(late).Select(TalkAsync).ToList();
        await UntilAsync("letters arrive", () => Task.FromResult(online.Any(talk => talk.IsFaulted) || _clients.Except(late).Any(client => client.Received > 0)));
        await Task.WhenAll([.. online, .. late.Select(TalkAsync)]);

        (NetworkClient To, byte[] Body) Letter(NetworkClient from)
        {
            var to = _random.Next(Clients - 1) is var other && other >= _clients.IndexOf(from) ? other + 1 : other;
            var body = new byte[_random.Next(LargestBody)];
            _random.NextBytes(body);
            _expected[to]++;
            return (_clients[to], body);
        }

        Task TalkAsync(NetworkClient client) => client.ConnectedAsync(async relay =>
        {
            await Task.WhenAll(letters[client].Select(letter => client.SendAsync(relay, letter.To.Did, letter.Body)));
            await UntilAsync($"{client.Address} has its letters", () => Task.FromResult(client.Received == _expected[_clients.IndexOf(client)]));
        });
    }

    private async Task EdgesAreProbedAsync(long epoch)
    {
        await ReachAsync(Clock.StartOf(epoch) + TimeSpan.FromSeconds(44));
        foreach (var guardian in Guardians)
        {
            await UntilAsync("all Edges are probed", async () => await NoteAsync(guardian, "probe-edges") is var note && _edges.All(edge => note.Contains($"{edge} 5 of 5", StringComparison.Ordinal)));
        }
    }

    private async Task WorkIsCommittedAsync(long epoch)
    {
        await ReachAsync(EndOf(epoch) + TimeSpan.FromSeconds(6));
        await UntilAsync("work and scores are committed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListCommitments(epoch).Count == 3 && state.Work.ListScores(epoch).Count == 3;
        });
        foreach (var guardian in Guardians)
        {
            await UntilAsync("the leaves are checked", async () => (await NoteAsync(guardian, "audit-leaves")).StartsWith("3 sound", StringComparison.Ordinal));
        }

        Time.Set(EndOf(epoch) + Clock.W1 + TimeSpan.FromSeconds(7));
        await UntilAsync("scores are revealed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Work.ListScores(epoch).Count(scores => scores.RevealedAt is not null) == 3;
        });
        using var state = await Devnet.Index.ReadAsync(default);
        var leaves = new LeafClient(_http, new LeafClientOptions(), TimeProvider.System);
        foreach (var commitment in state.Work.ListCommitments(epoch))
        {
            var edge = Processes.Single(process => Devnet.Address(process.Name) == commitment.Edge);
            var (set, _, failures) = await leaves.FetchAsync(new LeafSetHeader(epoch, commitment.Edge, commitment.Root, (ulong)commitment.Units, 0), [edge.Url], default);
            Assert.True(set is not null, string.Join(';', failures));
            _leaves.Add(set);
        }
    }

    private async Task TheSettlementIsSubmittedAsync(long epoch)
    {
        Time.Set(EndOf(epoch) + Clock.W4 + Second);
        await UntilAsync("the settlement is submitted", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Settlements.Find(epoch) is not null;
        });
        using var state = await Devnet.Index.ReadAsync(default);
        var client = new SettlementClient(_http, TimeProvider.System);
        var expected = await IndependentSettlement.ComputeAsync(Devnet.Connection, _leaves, epoch);
        foreach (var guardian in Guardians)
        {
            var (document, _, failures) = await client.FindAsync(state.Settlements.Find(epoch)!, [guardian.Url], default);
            Assert.True(document is not null, string.Join(';', failures));
            Assert.Equal(expected, SettlementText.Of(document, Rewards));
            _figures = document.Figures;
            var figures = Assert.Single(document.Epochs);
            Assert.All(figures.Edges, edge => Assert.True(edge is { Stands: true, Fees.Sign: > 0, Subsidy.Sign: > 0 }));
            Assert.All(figures.Guardians, each => Assert.Equal(each.Guardian != _absent.Address, each.Pay.Sign > 0));
        }

        Assert.DoesNotContain(state.Work.ListCommitments(epoch), commitment => commitment.Convicted || state.Work.ListChallenges(epoch, commitment.Edge).Count > 0);
    }

    private async Task ItIsPaidAsync(long epoch)
    {
        using (var state = await Devnet.Index.ReadAsync(default))
        {
            Time.Set(state.Settlements.Find(epoch)!.FinalAt + Second);
        }

        Assert.Equal(_edges.Count + Guardians.Count(), _figures.Earnings.Count);
        await UntilAsync("Edges and guardians have claimed what they earned", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Settlements.LastFinal is { ExecutedAt: not null } last && last.Epoch == epoch
                && _figures.Earnings.All(node => state.Settlements.FindClaim(node.Node)?.Cumulative == node.Cumulative);
        });
    }

    private void ClientsPaidForWhatTheyGot()
    {
        foreach (var client in _clients)
        {
            Assert.True(client.Units > 0);
            Assert.Equal(client.Units, _leaves.SelectMany(set => set.Leaves.Where(leaf => leaf.Client == client.Address && set.Edge == client.Edge)).Sum(leaf => (long)leaf.Units));
            Assert.Equal(client.Units * s_fee, Assert.Single(_figures.Charges, line => (line.Payer, line.Edge) == (client.Address, client.Edge)).Cumulative);
        }
    }

    private async Task WhoWasAwayResumesAsync()
    {
        using (var state = await Devnet.Index.ReadAsync(default))
        {
            Assert.All(state.Staking.ListNodes(NodeRole.Guardian), node => Assert.Equal(node.Owner == _absent.Address, node.Suspended));
        }

        Processes.Add(_away.Start());
        await UntilAsync("it has resumed", async () =>
        {
            using var state = await Devnet.Index.ReadAsync(default);
            return state.Staking.FindNode(_absent.Address) is { Suspended: false, Active: true };
        });
    }

    private async Task NoSendIsLostAsync()
    {
        var unlocked = await Devnet.Connection.Web3.Client.SendRequestAsync<string[]>("eth_accounts");
        var holdings = await new HoldingsReader(Devnet.Connection, Devnet.Index, new SettlementClient(_http, TimeProvider.System)).ReadAsync(unlocked, default);
        Assert.Equal(holdings.Supply, holdings.Total);
        Assert.True(holdings.Uncollected.IsZero);
        Assert.Equal(BigInteger.Zero, holdings.Bonds);
        foreach (var client in _clients)
        {
            Assert.Equal(s_credit - (client.Units * s_fee), holdings.Accounts.Single(account => account.Account == client.Address).Total);
        }
    }
}
