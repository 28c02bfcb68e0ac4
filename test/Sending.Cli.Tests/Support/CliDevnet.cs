using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Toolchain;

namespace Sending.Cli.Tests.Support;

/// <summary>A devnet for the tests of one class, with a home for the program; every test begins on the same fresh chain.</summary>
public sealed class CliDevnet : IAsyncLifetime
{
    private string _fresh = "";

    internal DevnetFixture Node { get; } = new();

    internal TemporaryFolder Home { get; } = new();

    internal CliProcess Cli { get; private set; } = null!;

    internal ContractAddresses Contracts => Node.Connection.Deployment.Contracts;

    public async Task InitializeAsync()
    {
        await Node.InitializeAsync();
        Cli = new CliProcess(Home, Node.Devnet.Folder.Path);
        _fresh = await CallAsync<string>("evm_snapshot");
    }

    public async Task DisposeAsync()
    {
        await Node.DisposeAsync();
        Home.Dispose();
    }

    /// <summary>Takes the chain back to where it was after deployment, and what the program keeps too.</summary>
    internal async Task FreshAsync()
    {
        await CallAsync<bool>("evm_revert", _fresh);
        _fresh = await CallAsync<string>("evm_snapshot");
        ProtocolIndex.Delete(Node.Devnet.Folder.IndexFile);
        Cli.Variables.Clear();
        foreach (var file in Directory.EnumerateFiles(Node.Devnet.Folder.Path, "outbox.db*").Concat(Directory.EnumerateFiles(Node.Devnet.Folder.Path, "messages.db*")))
        {
            File.Delete(file);
        }

        foreach (var folder in new[] { Home.File("config"), Home.File("data") }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal Task<T> CallAsync<T>(string method, params object[] arguments) =>
        Node.Connection.Web3.Client.SendRequestAsync<T>(method, null, arguments);

    /// <summary>Pays rewards to a node, as the reward pool does.</summary>
    internal Task RewardAsync(string node, BigInteger amount) => Node.RewardAsync(Node.Address(node), amount);

    /// <summary>Moves the chain's clock ahead.</summary>
    internal Task AdvanceAsync(TimeSpan duration) => Node.Devnet.AdvanceAsync(ClockTarget.After(duration), default);

    /// <summary>The next block comes a second after the last, however long it takes until there is one.</summary>
    internal async Task PinAsync() => await Node.SetNextBlockTimeAsync((await Node.Connection.GetHeadAsync(default)).Time.ToUnixTimeSeconds() + 1);

    /// <summary>Moves a clock that stands still to where a window opens.</summary>
    internal async Task ReachAsync(string target)
    {
        await Node.Devnet.AdvanceAsync(ClockTarget.Parse(target), default);
        await PinAsync();
    }

    /// <summary>Does what a test does beside the program, a second after the last block, and pins the next.</summary>
    internal async Task DoAsync(UnlockedAccount account, TransactionCall call)
    {
        await Node.SendAsync(await Node.Planner.PrepareAsync(call, default), account);
        await PinAsync();
    }

    /// <summary>Output without what differs between runs and machines.</summary>
    internal string Scrubbed(string output) => Scrub.Text(
        output,
        (Node.Devnet.Folder.Path, "<devnet>"),
        (Home.Path, "<home>"),
        (Repository.Find(), "<repository>"));

    /// <summary>Everything of an account that a command could change: its tokens, its transactions, its node.</summary>
    internal async Task<AccountState> StateOfAsync(string name)
    {
        var address = Node.Address(name);
        var balance = await Node.Reader.GetBalanceAsync(address, default);
        var nonce = await Node.Connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(address);
        return new AccountState(balance.Send, balance.Eth, nonce.Value, await Node.Reader.FindNodeAsync(address, default));
    }

    internal sealed record AccountState(BigInteger Send, BigInteger Eth, BigInteger Nonce, NodeView? Node);
}
