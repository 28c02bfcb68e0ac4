using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Testing;
using DepositFunction = Sending.Chain.Contracts.RelayCredit.ContractDefinition.DepositFunction;

namespace Sending.Chain.Tests.Events;

/// <summary>Test classes that share a devnet whose chain they take back; it mines when it is told, and after each transaction.</summary>
[CollectionDefinition(Name)]
public sealed class FollowedChainCollection : ICollectionFixture<FollowedChain>
{
    public const string Name = "followed chain";
}

/// <summary>A devnet where things happen, and followers of it.</summary>
public sealed class FollowedChain : IAsyncLifetime
{
    private readonly DevnetFixture _devnet = new();
    private readonly TemporaryFolder _folder = new();
    private string[] _people = [];
    private int _files;
    private int _names;

    public ChainConnection Connection => _devnet.Connection;

    public Uri Url => _devnet.State.RpcUrl!;

    public async Task InitializeAsync()
    {
        await _devnet.InitializeAsync();
        await Connection.Web3.Client.SendRequestAsync("evm_setIntervalMining", null, 0);
        _people = ["alice", "bob", "carol"];
        _people = [.. _people.Select(_devnet.Address)];
        var contracts = Connection.Deployment.Contracts;
        foreach (var person in _people)
        {
            await SendAsync(person, contracts.SendToken, new ApproveFunction { Spender = contracts.NodeStaking, Value = SendAmount.Max });
            await SendAsync(person, contracts.SendToken, new ApproveFunction { Spender = contracts.RelayCredit, Value = SendAmount.Max });
        }

        var registration = new Registration { Role = (byte)NodeRole.Edge, Operator = _people[0], Commission = 100, Endpoint = "https://edge.example.org", OperatorConsent = [] };
        await SendAsync(_people[0], contracts.NodeStaking, new RegisterAndStakeFunction { Registration = registration, Amount = 20_000 * SendAmount.One });
    }

    public async Task DisposeAsync()
    {
        await _devnet.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A connection through a proxy.</summary>
    public Task<ChainConnection> ConnectAsync(FaultyRpc rpc) => ChainConnection.OpenAsync(Connection.Deployment, rpc.Url, null, default);

    /// <summary>A follower with a new store.</summary>
    public async Task<Followed> FollowAsync(ChainConnection connection, FollowerOptions options)
    {
        var path = _folder.File($"store{_files++}.db");
        var lease = await FollowerLease.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, null, default);
        var clock = await new ProtocolReader(connection).GetClockAsync(default);
        var identity = await Connection.GetIdentityAsync(default);
        var store = SqliteChainStore.Open(lease, identity, Connection.Deployment.Contracts, [new ProtocolProjection(clock)]);
        return new Followed(lease, store, new ChainFollower(connection, store, options, TimeProvider.System));
    }

    /// <summary>What a follower that has never seen anything else makes of the chain.</summary>
    public async Task<string> RebuiltAsync(ChainConnection connection, FollowerOptions options)
    {
        using var followed = await FollowAsync(connection, options);
        await followed.Follower.CatchUpAsync(null, default);
        return followed.Contents;
    }

    public string NewPath() => _folder.File($"index{_files++}.db");

    public async Task<long> HeadAsync() => (await Connection.GetHeadAsync(default)).Number;

    public async Task<string> SnapshotAsync() => await Connection.Web3.Client.SendRequestAsync<string>("evm_snapshot");

    public Task RevertAsync(string snapshot) => Connection.Web3.Client.SendRequestAsync<bool>("evm_revert", null, snapshot);

    public Task MineAsync() => _devnet.MineAsync();

    /// <summary>Something of every kind that changes rows in another way, in a block of its own, never the same again.</summary>
    public async Task HappenAsync(Random random)
    {
        var contracts = Connection.Deployment.Contracts;
        var person = _people[random.Next(_people.Length)];
        var other = _people[random.Next(_people.Length)];
        var name = Name($"name {_names++}");
        switch (random.Next(8))
        {
            case 0:
                await SendAsync(person, contracts.DidRegistry, new SetAttributeFunction { Identity = person, Name = Name("did/svc"), Value = name, Validity = 1_000 });
                break;
            case 1:
                await SendAsync(person, contracts.DidRegistry, new AddDelegateFunction { Identity = person, DelegateType = Name("relay"), Delegate = other, Validity = _names });
                break;
            case 2:
                await SendAsync(person, contracts.DidRegistry, new RevokeDelegateFunction { Identity = person, DelegateType = Name("relay"), Delegate = other });
                break;
            case 3:
                await SendAsync(person, contracts.NodeStaking, new StakeFunction { Node = _people[0], Amount = SendAmount.One + _names });
                break;
            case 4:
                await SendAsync(_people[0], contracts.NodeStaking, new RequestUnstakeFunction { Node = _people[0], Amount = SendAmount.One + _names });
                break;
            case 5:
                await SendAsync(_people[0], contracts.NodeStaking, new SetEndpointFunction { Endpoint = $"https://{_names}\0.example.org" });
                break;
            case 6:
                await SendAsync(_people[0], contracts.NodeStaking, new SetCommissionFunction { Commission = 50 + random.Next(100) });
                break;
            default:
                await SendAsync(person, contracts.RelayCredit, new DepositFunction { Payer = other, Edge = _people[0], Amount = SendAmount.One + _names });
                break;
        }
    }

    /// <summary>So many changes of one identity in one block.</summary>
    public async Task ChangeManyAsync(int count)
    {
        var changes = Enumerable.Range(0, count).Select(_ => new Change { Kind = 0, Name = Name($"many {_names++}"), Account = _people[0], Value = [1], Validity = 100 });
        await SendAsync(_people[1], Connection.Deployment.Contracts.DidRegistry, new ApplyChangesFunction { Identity = _people[1], Changes = [.. changes] });
    }

    private static byte[] Name(string text) => [.. System.Text.Encoding.ASCII.GetBytes(text), .. new byte[32 - text.Length]];

    private Task SendAsync<TFunction>(string sender, string contract, TFunction message)
        where TFunction : FunctionMessage, new()
        => _devnet.SendAsAsync(sender, contract, message);
}

/// <summary>A follower and what it has stored.</summary>
public sealed record Followed(FollowerLease Lease, SqliteChainStore Store, ChainFollower Follower) : IDisposable
{
    /// <summary>Everything, the journal for rewinding too.</summary>
    public string Contents => StoreContents.Of(Store.File.Path);

    public void Dispose()
    {
        Store.Dispose();
        Lease.Dispose();
    }
}
