using Sending.Chain.Accounts;
using Sending.Chain.Devnet;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Toolchain;

namespace Sending.Testing;

/// <summary>A devnet of its own for a test class or collection: a real node on a free port, in a temporary folder, with the real contracts.</summary>
public sealed class DevnetFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _temporary = new();
    private ChainConnection? _connection;

    /// <summary>The devnet.</summary>
    public LocalDevnet Devnet { get; private set; } = null!;

    /// <summary>What was started.</summary>
    public DevnetState State { get; private set; } = null!;

    /// <summary>A connection to it.</summary>
    public ChainConnection Connection => _connection ?? throw new InvalidOperationException("The devnet is not up.");

    /// <summary>Lists events.</summary>
    public EventReader Events => new(Connection);

    /// <summary>Reads stakes and nodes.</summary>
    public StakingReader Reader => new(Connection, Events);

    /// <summary>Reads clock and parameters.</summary>
    public ProtocolReader Protocol => new(Connection);

    /// <summary>Sends transactions.</summary>
    public TransactionSender Sender => new(Connection, TimeProvider.System);

    /// <summary>Checks and prepares transactions.</summary>
    public StakingActions Actions => new(Connection, Reader, Protocol, Sender);

    public async Task InitializeAsync()
    {
        Devnet = new LocalDevnet(new DevnetFolder(_temporary.File("devnet")), Repository.Find(), TimeProvider.System);
        State = await Devnet.UpAsync(new DevnetOptions { Port = 0 }, new Progress<string>(), default);
        _connection = await Devnet.ConnectAsync(default);
    }

    public async Task DisposeAsync()
    {
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
        => await Devnet.Folder.Accounts.UnlockAsync(name, (await File.ReadAllTextAsync(Devnet.Folder.PasswordFile)).TrimEnd('\n'), default);

    /// <summary>A new account with ETH and SEND, so that a test depends on no other.</summary>
    public async Task<UnlockedAccount> CreateAccountAsync(System.Numerics.BigInteger send)
    {
        var account = new UnlockedAccount("test", Nethereum.Signer.EthECKey.GenerateKey());
        await Devnet.FundAsync(account.Address, send, System.Numerics.BigInteger.Pow(10, 18), default);
        return account;
    }

    /// <summary>Sends a call that only the node's own first account may make: administrator of all roles, and treasury.</summary>
    public async Task SendAsAdministratorAsync<TFunction>(string contract, TFunction message)
        where TFunction : Nethereum.Contracts.FunctionMessage, new()
    {
        var administrator = new UnlockedAccount(
            "administrator",
            PrivateKeyText.FromMnemonic("test test test test test test test test test test test junk", 0));
        var plan = await Sender.PrepareAsync(contract, message, administrator.Address, default);
        await Sender.SendAsync(plan, administrator, null, default);
    }

    /// <summary>Lets the node mine by itself or only when told.</summary>
    public async Task SetMiningAsync(bool automatic)
    {
        await Connection.Web3.Client.SendRequestAsync("evm_setAutomine", null, automatic);
        await Connection.Web3.Client.SendRequestAsync("evm_setIntervalMining", null, automatic ? 1000 : 0);
    }

    /// <summary>Mines a block.</summary>
    public Task MineAsync() => Connection.Web3.Client.SendRequestAsync("evm_mine");
}
