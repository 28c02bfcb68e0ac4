using System.Numerics;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Devnet;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Toolchain;

namespace Sending.Testing;

/// <summary>A devnet of its own for a test class or collection: a real node on a free port, in a temporary folder, with the real contracts.</summary>
public sealed class DevnetFixture : IAsyncLifetime
{
    /// <summary>Who may pause and cancel on a devnet: the last of the node's own accounts.</summary>
    public const string Council = "0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1199";

    private readonly TemporaryFolder _temporary = new();
    private ChainConnection? _connection;
    private Outbox? _outbox;

    /// <summary>The devnet.</summary>
    public LocalDevnet Devnet { get; private set; } = null!;

    /// <summary>What was started.</summary>
    public DevnetState State { get; private set; } = null!;

    /// <summary>A connection to it.</summary>
    public ChainConnection Connection => _connection ?? throw new InvalidOperationException("The devnet is not up.");

    /// <summary>The protocol's state, indexed in the file that commands use too.</summary>
    public ProtocolIndex Index => new(Devnet.Folder.IndexFile, Connection, new FollowerOptions { Finality = Finality.Latest }, TimeProvider.System);

    /// <summary>Reads stakes and nodes.</summary>
    public StakingReader Reader => new(Connection, Index);

    /// <summary>Reads clock and parameters.</summary>
    public ProtocolReader Protocol => new(Connection);

    /// <summary>Simulates and prices transactions.</summary>
    public TransactionPlanner Planner => new(Connection);

    /// <summary>Sends transactions; what is mined is final.</summary>
    public Outbox Outbox => _outbox ?? throw new InvalidOperationException("The devnet is not up.");

    /// <summary>Checks and prepares transactions.</summary>
    public StakingActions Actions => new(Connection, Reader, Protocol, Planner);

    public async Task InitializeAsync()
    {
        Devnet = new LocalDevnet(new DevnetFolder(_temporary.File("devnet")), Repository.Find(), TimeProvider.System);
        State = await Devnet.UpAsync(new DevnetOptions { Port = 0 }, new Progress<string>(), default);
        _connection = await Devnet.ConnectAsync(default);
        _outbox = await Outbox.OpenAsync(
            _temporary.File("outbox.db"), _connection, TimeProvider.System, new OutboxOptions { Finality = Finality.Latest }, default);
    }

    public async Task DisposeAsync()
    {
        _outbox?.Dispose();
        _connection?.Dispose();
        try
        {
            await Devnet.DownAsync(new Progress<string>(), default);
        }
        catch (SendingException error) when (error.Code == ErrorCode.DevnetNotRunning)
        {
            // A test has taken it down.
        }

        _temporary.Dispose();
    }

    /// <summary>The address of a ready account.</summary>
    public string Address(string name) => State.Accounts.Single(account => account.Name == name).Address;

    /// <summary>Opens a ready account.</summary>
    public async Task<UnlockedAccount> UnlockAsync(string name)
        => await Devnet.Folder.Accounts.UnlockAsync(name, await ReadPasswordAsync(), default);

    /// <summary>Keeps an account among the ready ones, under their password, so that a service can use it.</summary>
    public async Task KeepAsync(string name, UnlockedAccount account)
        => await Devnet.Folder.Accounts.AddAsync(name, account.Key, await ReadPasswordAsync(), KeystoreStrength.Devnet, default);

    /// <summary>A new account with ETH and SEND, so that a test depends on no other.</summary>
    public async Task<UnlockedAccount> CreateAccountAsync(BigInteger send)
    {
        var account = new UnlockedAccount("test", Nethereum.Signer.EthECKey.GenerateKey());
        await Devnet.FundAsync(account.Address, send, BigInteger.Pow(10, 18), default);
        return account;
    }

    /// <summary>Sends a plan and waits until it is mined.</summary>
    public Task<TransactionResult> SendAsync(TransactionPlan plan, UnlockedAccount account) => Outbox.SendAsync(plan.ToIntent(), account, null, default);

    /// <inheritdoc cref="Impersonation.SendAsAsync"/>
    public Task<TransactionReceipt> SendAsAsync<TFunction>(string sender, string contract, TFunction message)
        where TFunction : FunctionMessage, new() => Impersonation.SendAsAsync(Connection.Web3, sender, contract, message);

    /// <summary>Pays rewards to a node as the reward pool does, out of its fund.</summary>
    public async Task RewardAsync(string node, BigInteger amount)
    {
        var contracts = Connection.Deployment.Contracts;
        await SendAsAsync(contracts.RewardPool, contracts.NodeStaking, new DepositRewardsFunction { Amount = amount });
        await SendAsAsync(contracts.RewardPool, contracts.NodeStaking, new DistributeFunction { Node = node, Amount = amount });
    }

    /// <summary>Lets the node mine by itself or only when told.</summary>
    public async Task SetMiningAsync(bool automatic)
    {
        await Connection.Web3.Client.SendRequestAsync("evm_setAutomine", null, automatic);
        await SetIntervalMiningAsync(automatic);
    }

    /// <summary>Lets the node mine a block every second, or none without a transaction.</summary>
    public Task SetIntervalMiningAsync(bool on) => CallNodeAsync("evm_setIntervalMining", on ? 1000 : 0);

    /// <summary>Sets the time of the next block, which simulations see too.</summary>
    /// <param name="time">Unix time in seconds.</param>
    public Task SetNextBlockTimeAsync(long time) => CallNodeAsync("evm_setNextBlockTimestamp", time);

    /// <summary>Mines a block.</summary>
    public Task MineAsync() => CallNodeAsync("evm_mine");

    private async Task<string> ReadPasswordAsync() => (await File.ReadAllTextAsync(Devnet.Folder.PasswordFile)).TrimEnd('\n');

    private Task CallNodeAsync(string method, params object[] arguments) => Connection.Web3.Client.SendRequestAsync(method, null, arguments);
}
