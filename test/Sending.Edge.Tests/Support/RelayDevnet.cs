using Microsoft.AspNetCore.Builder;
using System.Numerics;
using System.Text.Json;
using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Edge.Tests.Support;

/// <summary>A devnet whose clock stands still but for a second a transaction, and Edges on it.</summary>
public sealed class RelayDevnet : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly BigInteger s_stake = SendAmount.Parse("10000");

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<EdgeHost> _hosts = [];
    private Task _following = Task.CompletedTask;

    internal DevnetFixture Node { get; } = new();

    internal FollowedIndex Index { get; private set; } = null!;

    internal ChainConnection Chain => Node.Connection;

    internal ChainIdentity Identity { get; private set; } = null!;

    internal long ChainId => Chain.Deployment.ChainId;

    internal TypedDataDomain WorkDomain => TypedDataDomain.OfWork(ChainId, Chain.Deployment.Contracts.WorkProofs);

    internal TestEdge First { get; private set; } = null!;

    internal TestEdge Second { get; private set; } = null!;

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        await Node.InitializeAsync();
        await Node.SetIntervalMiningAsync(false);
        var options = new FollowerOptions { Finality = Finality.Latest, PollInterval = TimeSpan.FromMilliseconds(100) };
        Identity = await Chain.GetIdentityAsync(default);
        Index = await new ProtocolIndex(_folder.File("index.db"), Chain, options, TimeProvider.System).FollowAsync(TimeSpan.Zero, default);
        _following = Index.RunAsync(null, _stop.Token);
        await UntilAsync(() => Index.Health.Indexed is not null);
        First = await EdgeAsync(new RelayOptions());
        Second = await EdgeAsync(new RelayOptions());
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Index?.Dispose();
        await Node.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    /// <summary>A further Edge, registered and served.</summary>
    /// <param name="options">What it grants.</param>
    /// <param name="map">Serves more than the relay; null for nothing.</param>
    internal async Task<TestEdge> EdgeAsync(RelayOptions options, Action<WebApplication>? map = null)
    {
        var (owner, hot) = (await Node.CreateAccountAsync(s_stake), new UnlockedAccount("operator", EthECKey.GenerateKey()));
        var host = await EdgeHost.StartAsync(_folder.File($"edge-{_hosts.Count}.db"), Chain, Index, owner.Address, hot, 0, options, map);
        _hosts.Add(host);
        await RegisterAsync(owner, hot, host.Url);
        return new TestEdge(host.Url, owner, hot) { Host = host };
    }

    /// <summary>A further Edge, registered and run by the service's program.</summary>
    internal async Task<(TestEdge Edge, ServiceProcess Process)> EdgeProcessAsync()
    {
        var (owner, hot) = (await Node.CreateAccountAsync(s_stake), new UnlockedAccount($"operator-{Guid.NewGuid():N}", EthECKey.GenerateKey()));
        await Node.KeepAsync(hot.Name, hot);
        var process = new ServiceProcess("Sending.Edge", Node, hot.Name, "--account", hot.Name, "--password-file", Node.Devnet.Folder.PasswordFile);
        await RegisterAsync(owner, hot, process.Url);
        return (new TestEdge(process.Url, owner, hot), process);
    }

    /// <summary>Somebody with a line of so much SEND at each of the Edges.</summary>
    internal async Task<TestPerson> PersonAsync(string credit, params TestEdge[] edges)
    {
        var amount = SendAmount.Parse(credit);
        var account = await Node.CreateAccountAsync(amount * edges.Length);
        if (edges.Length > 0)
        {
            await Node.SendAsAsync(account.Address, Chain.Deployment.Contracts.SendToken, new ApproveFunction { Spender = Chain.Deployment.Contracts.RelayCredit, Value = SendAmount.Max });
        }

        foreach (var edge in edges)
        {
            await DoAsync(account, Chain.Deployment.Contracts.RelayCredit, new DepositFunction { Payer = account.Address, Edge = edge.Owner.Address, Amount = amount });
        }

        return new TestPerson(this, account);
    }

    /// <summary>Names an Edge as home in somebody's DID document.</summary>
    internal Task NameHomeAsync(TestPerson person, string endpoint) => DoAsync(person.Account, Chain.Deployment.Contracts.DidRegistry, new SetAttributeFunction
    {
        Identity = person.Account.Address,
        Name = Text("did/svc/SendingEdge"),
        Value = System.Text.Encoding.ASCII.GetBytes(endpoint),
        Validity = 1_000_000,
    });

    /// <summary>Lets somebody sign receipts for another, for so many seconds.</summary>
    internal Task NameRelayDelegateAsync(TestPerson payer, string signer, long seconds = 1_000_000) => DoAsync(
        payer.Account, Chain.Deployment.Contracts.DidRegistry, new AddDelegateFunction { Identity = payer.Account.Address, DelegateType = Text("relay"), Delegate = signer, Validity = seconds });

    /// <summary>Does something on chain, and waits until the Edges know.</summary>
    internal async Task DoAsync<TFunction>(UnlockedAccount account, string contract, TFunction message)
        where TFunction : Nethereum.Contracts.FunctionMessage, new()
    {
        await Node.SendAsAsync(account.Address, contract, message);
        await CatchUpAsync();
    }

    /// <summary>Moves the chain to the beginning of the next epoch.</summary>
    /// <returns>That epoch.</returns>
    internal async Task<long> NextEpochAsync()
    {
        var clock = await Node.Protocol.GetClockAsync(default);
        var next = clock.EpochAt((await Chain.GetHeadAsync(default)).Time) + 1;
        await Node.SetNextBlockTimeAsync(clock.StartOf(next).ToUnixTimeSeconds() + 1);
        await Node.MineAsync();
        await CatchUpAsync();
        return next;
    }

    internal static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    internal static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task RegisterAsync(UnlockedAccount owner, UnlockedAccount hot, Uri url)
    {
        var consent = new StakingSignatures(Chain.Deployment).SignOperatorConsent(hot, owner.Address);
        var registration = new NodeRegistration(NodeRole.Edge, hot.Address, 0, url.AbsoluteUri.TrimEnd('/'), consent);
        await Node.SendAsync(await Node.Actions.RegisterAsync(owner, registration, s_stake, default), owner);
        await CatchUpAsync();
    }

    internal static byte[] Text(string text) => [.. System.Text.Encoding.ASCII.GetBytes(text), .. new byte[32 - text.Length]];

    /// <summary>Waits until an Edge of its own process knows the newest block.</summary>
    internal async Task CatchUpAsync(ServiceProcess process)
    {
        var head = (await Chain.GetHeadAsync(default)).Number;
        await UntilAsync(async () => await process.GetAsync("/v1/duties") is { } duties && duties.GetProperty("block") is { ValueKind: JsonValueKind.Number } block && block.GetInt64() >= head);
    }

    /// <summary>Waits until the newest block is indexed.</summary>
    internal async Task CatchUpAsync()
    {
        var head = (await Chain.GetHeadAsync(default)).Number;
        await UntilAsync(() => Index.Health.Indexed?.Number >= head);
    }
}

/// <summary>An Edge with its keys.</summary>
internal sealed record TestEdge(Uri Url, UnlockedAccount Owner, UnlockedAccount Operator)
{
    private readonly EdgeHost? _host;

    /// <summary>The host, when it is one of this process.</summary>
    public EdgeHost Host { get => _host ?? throw new InvalidOperationException("It is another process."); init => _host = value; }

    public string Did => new Did(Owner.Address).ToString();
}

/// <summary>Test classes that share one devnet, and so run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class RelayDevnetGroup : ICollectionFixture<RelayDevnet>
{
    public const string Name = "relay devnet";
}
