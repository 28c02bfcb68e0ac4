using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nethereum.Util;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Nodes that are away, slow, wrong or treacherous, and deployments that do not fit.</summary>
public class NodeTroubleTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private const string Stake = "stake 25000 --role edge";

    [Fact]
    public Task ANodeThatIsDownIsNamed() =>
        RefusedAsync("wrong-rpc-down", 5, $"{Stake} --rpc-url http://127.0.0.1:{FreePort.Find()}");

    [Fact]
    public async Task ASlowNodeIsGivenUp()
    {
        await using var slow = FaultyRpc.Slow(TimeSpan.FromMinutes(1));
        Devnet.Cli.Variables["SENDING_RPC_TIMEOUT"] = "2s";

        await RefusedAsync("wrong-rpc-slow", 5, $"{Stake} --rpc-url {slow.Url}");
    }

    [Fact]
    public async Task ANodeThatAnswersHtmlIsNamed()
    {
        await using var html = FaultyRpc.Html();

        await RefusedAsync("wrong-rpc-html", 5, $"{Stake} --rpc-url {html.Url}");
    }

    [Fact]
    public async Task ANodeOfAnotherChainIsRefused()
    {
        await using var other = FaultyRpc.OfChain(1);

        await RefusedAsync("wrong-rpc-other-chain", 5, $"{Stake} --rpc-url {other.Url}");
    }

    [Theory]
    [InlineData("wrong-rpc-url", 2, "stake 25000 --role edge --rpc-url localhost:8545")]
    [InlineData("wrong-network-unknown", 2, "stake 25000 --role edge --network moonbase")]
    [InlineData("wrong-network-name", 2, "stake 25000 --role edge --network ../devnet")]
    public Task IsRefused(string snapshot, int exitCode, string line) => RefusedAsync(snapshot, exitCode, line);

    [Fact]
    public Task ContractsThatAreNotThereAreNamed() => WithDeploymentAsync(
        deployment => deployment["contracts"]!["NodeStaking"] = "0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1199",
        "wrong-contracts-not-deployed",
        5);

    [Fact]
    public Task ADeploymentFileWithoutAContractIsRefused() => WithDeploymentAsync(
        deployment => deployment["contracts"]!.AsObject().Remove("NodeStaking"),
        "wrong-deployment-incomplete",
        2);

    [Fact]
    public async Task AMalformedDeploymentFileIsRefused()
    {
        var good = await File.ReadAllTextAsync(Devnet.Node.Devnet.Folder.DeploymentFile);
        try
        {
            await File.WriteAllTextAsync(Devnet.Node.Devnet.Folder.DeploymentFile, good[..20]);
            await RefusedAsync("wrong-deployment-malformed", 2, Stake);
            File.Delete(Devnet.Node.Devnet.Folder.DeploymentFile);
            await RefusedAsync("wrong-deployment-missing", 2, Stake);
        }
        finally
        {
            await File.WriteAllTextAsync(Devnet.Node.Devnet.Folder.DeploymentFile, good);
        }
    }

    [Fact]
    public async Task ATransactionThatRevertsAfterSendingIsAFailure()
    {
        // The checks pass; then, in the moment of sending, the tokens vanish.
        await using var treacherous = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        treacherous.On("eth_sendRawTransaction").Always(Fault.Before(_ => EmptyAsync("alice")));
        var line = $"{Stake} --rpc-url {treacherous.Url}";

        var result = await Devnet.Cli.RunAsync(line);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Out);
        Snapshot.Match("wrong-reverted-after-sending", Devnet.Scrubbed(result.Transcript(line)));
        var state = await Devnet.StateOfAsync("alice");
        Assert.Null(state.Node);
        Assert.Equal(1, state.Nonce);
    }

    [Fact]
    public async Task CtrlCWhileWaitingSaysThatTheTransactionIsOut()
    {
        var sent = new TaskCompletionSource();
        await using var mute = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        mute.On("eth_getTransactionReceipt").Always(Fault.Custom("mute", (call, _) =>
        {
            sent.TrySetResult();
            return Task.FromResult<RpcAnswer?>(RpcAnswer.Result(call.Request, null));
        }));
        var line = $"{Stake} --rpc-url {mute.Url}";
        using var process = Devnet.Cli.Start(line);
        process.StandardInput.Close();
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        // On a slow machine the outbox finds in time that the nonce is used, by something that the node shows no receipt of.
        Snapshot.Match("interrupted-while-waiting", Regex.Replace(Devnet.Scrubbed(result.Transcript(line)), "^Nonce .*\n", "", RegexOptions.Multiline));

        // It is out, as was said: the node has it.
        var hash = result.Error.Split(' ', '\n', ';', '.').First(word => word.StartsWith("0x", StringComparison.Ordinal) && word.Length == 66);
        Assert.NotNull(await Devnet.Node.Connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash));
    }

    [Fact]
    public async Task CtrlCBeforeSendingSendsNothing()
    {
        var asked = new TaskCompletionSource();
        await using var slow = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        slow.On("eth_estimateGas").Always(Fault.Before(_ =>
        {
            asked.TrySetResult();
            return Task.Delay(TimeSpan.FromMinutes(1));
        }));
        var line = $"{Stake} --json --rpc-url {slow.Url}";
        var before = await Devnet.StateOfAsync("alice");
        using var process = Devnet.Cli.Start(line);
        process.StandardInput.Close();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("interrupted", result.FirstError.GetProperty("code").GetString());
        Assert.Equal(before, await Devnet.StateOfAsync("alice"));
    }

    /// <summary>Takes all SEND from an account, in the token's storage: its balances are the mapping in slot 0.</summary>
    private async Task EmptyAsync(string name)
    {
        var key = Devnet.Node.Address(name)[2..].PadLeft(64, '0') + new string('0', 64);
        var slot = "0x" + Sha3Keccack.Current.CalculateHashFromHex(key);
        await Devnet.CallAsync<bool>("hardhat_setStorageAt", Devnet.Contracts.SendToken, slot, "0x" + new string('0', 64));
    }

    private async Task WithDeploymentAsync(Action<JsonNode> change, string snapshot, int exitCode)
    {
        var good = await File.ReadAllTextAsync(Devnet.Node.Devnet.Folder.DeploymentFile);
        var deployment = JsonNode.Parse(good)!;
        change(deployment);
        try
        {
            await File.WriteAllTextAsync(Devnet.Node.Devnet.Folder.DeploymentFile, deployment.ToJsonString());
            await RefusedAsync(snapshot, exitCode, Stake);
        }
        finally
        {
            await File.WriteAllTextAsync(Devnet.Node.Devnet.Folder.DeploymentFile, good);
        }
    }
}
