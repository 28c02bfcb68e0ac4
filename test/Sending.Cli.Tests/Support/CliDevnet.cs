using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Devnet;
using Sending.Chain.Epochs;
using Sending.Chain.Events;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Toolchain;

namespace Sending.Cli.Tests.Support;

/// <summary>A devnet for the tests of one class, with a home for the program; every test begins on the same fresh chain.</summary>
public sealed class CliDevnet : IAsyncLifetime
{
    private readonly TemporaryFolder _home = new();
    private LocalDevnet _devnet = null!;
    private string _fresh = "";

    internal TemporaryFolder Home => _home;

    internal CliProcess Cli { get; private set; } = null!;

    internal DevnetFolder Folder => _devnet.Folder;

    internal DevnetState State { get; private set; } = null!;

    internal ChainConnection Connection { get; private set; } = null!;

    internal string AddressOf(string name) => State.Accounts.Single(account => account.Name == name).Address;

    internal StakingReader Reader => new(Connection, new EventReader(Connection));

    public async Task InitializeAsync()
    {
        _devnet = new LocalDevnet(new DevnetFolder(_home.File(".devnet")), Repository.Find(), TimeProvider.System);
        State = await _devnet.UpAsync(new DevnetOptions { Port = 0 }, new ErrorStreamProgress(), default);
        Connection = await _devnet.ConnectAsync(default);
        Cli = new CliProcess(_home, Folder.Path);
        _fresh = await CallAsync<string>("evm_snapshot");
    }

    public async Task DisposeAsync()
    {
        Connection?.Dispose();
        await _devnet.DownAsync(new ErrorStreamProgress(), default);
        _home.Dispose();
    }

    /// <summary>Takes the chain back to where it was after deployment, and the program's settings too.</summary>
    internal async Task FreshAsync()
    {
        await CallAsync<bool>("evm_revert", _fresh);
        _fresh = await CallAsync<string>("evm_snapshot");
        Cli.Variables.Clear();
        foreach (var folder in new[] { _home.File("config"), _home.File("data") }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal Task<T> CallAsync<T>(string method, params object[] arguments) => Connection.Web3.Client.SendRequestAsync<T>(method, null, arguments);

    /// <summary>Sends a call as the deployer, who holds the treasury and every role.</summary>
    internal async Task CallAsDeployerAsync<TFunction>(string contract, TFunction message)
        where TFunction : FunctionMessage, new()
    {
        message.FromAddress = (await CallAsync<string[]>("eth_accounts"))[0];
        message.Gas = 1_000_000;
        var hash = await CallAsync<string>("eth_sendTransaction", message.CreateTransactionInput(contract));
        var receipt = await Connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash);
        Assert.True(receipt.Status.Value.IsOne, $"{typeof(TFunction).Name} failed.");
    }

    /// <summary>Pays rewards to a node, as the reward pool will.</summary>
    internal async Task RewardAsync(string node, BigInteger amount)
    {
        var contracts = Connection.Deployment.Contracts;
        await CallAsDeployerAsync(contracts.SendToken, new ApproveFunction { Spender = contracts.NodeStaking, Value = amount });
        await CallAsDeployerAsync(contracts.NodeStaking, new DistributeFunction { Node = AddressOf(node), Amount = amount });
    }

    /// <summary>Moves the chain's clock ahead.</summary>
    internal Task AdvanceAsync(TimeSpan duration) => _devnet.AdvanceAsync(ClockTarget.After(duration), default);

    /// <summary>What differs between runs and machines but is known here.</summary>
    internal string Scrubbed(string output) => Scrub.Text(
        output,
        (_home.Path, "<home>"),
        (Repository.Find(), "<repository>"));

    /// <summary>Everything of an account that a command could change: its tokens, its transactions, its node.</summary>
    internal async Task<AccountState> StateOfAsync(string name)
    {
        var address = AddressOf(name);
        var balance = await Reader.GetBalanceAsync(address, default);
        var nonce = await Connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(address);
        return new AccountState(balance.Send, balance.Eth, nonce.Value, await Reader.FindNodeAsync(address, default));
    }

    internal sealed record AccountState(BigInteger Send, BigInteger Eth, BigInteger Nonce, NodeView? Node);
}
