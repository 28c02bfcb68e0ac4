using System.Diagnostics;
using System.Numerics;
using System.Text.Json.Nodes;
using Nethereum.Web3;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Testing;
using Sending.Toolchain;

namespace Sending.Chain.Tests.Deployments;

/// <summary>Deploys with the network and the parameters of Linea's test network, to a node that is of its chain id.</summary>
public sealed class LineaDeploymentTests : IAsyncLifetime, IDisposable
{
    private const string ChainId = "59141";
    private const string Deployer = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private const string DeployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private const string Treasury = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    private const string Council = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

    private readonly TemporaryFolder _folder = new();
    private NodeToolchain _tools = null!;
    private Process _node = null!;
    private string _url = "";

    public async Task InitializeAsync()
    {
        _tools = await NodeToolchain.EnsureAsync(Repository.Find(), new Progress<string>(), default);
        await _tools.CompileContractsAsync(new Progress<string>(), default);
        var start = _tools.Command(_tools.Hardhat, "node", "--hostname", "127.0.0.1", "--port", "0", "--chain-id", ChainId);
        start.RedirectStandardOutput = true;
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _node = new Process { StartInfo = start };
        _node.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The node ended."));
            }
            else if (line.Data.Contains("JSON-RPC server at ", StringComparison.Ordinal))
            {
                listening.TrySetResult(line.Data[line.Data.IndexOf("http", StringComparison.Ordinal)..].TrimEnd('/'));
            }
        };
        _node.Start();
        _node.BeginOutputReadLine();
        _url = await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async Task DisposeAsync()
    {
        _node.Kill(entireProcessTree: true);
        await _node.WaitForExitAsync();
    }

    public void Dispose()
    {
        _node?.Dispose();
        _folder.Dispose();
    }

    /// <summary>The deployer keeps his rights until guardians can decide, and has none from then on.</summary>
    [Fact]
    public async Task Handed_over_once_guardians_have_bonded_enough()
    {
        var parameters = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_tools.Root, "ignition", "parameters", "linea-sepolia.json")))!;
        var unfilled = await DeployAsync(_folder.Write("unfilled.json", parameters.ToJsonString()));
        Assert.Contains("has no address in ", unfilled.Error);
        Assert.Equal(1, unfilled.ExitCode);

        parameters["Rewards"]!["treasury"] = Treasury;
        parameters["Network"]!["council"] = Council;
        var file = _folder.Write("linea-sepolia.json", parameters.ToJsonString());
        var deployed = await DeployAsync(file);
        Assert.True(deployed.ExitCode == 0, deployed.Error);
        Assert.Contains("Nothing new to deploy.", (await DeployAsync(file)).Error);
        var network = await DeploymentFile.ReadAsync(_folder.File("deployment.json"), default);
        Assert.Equal(ChainId, network.ChainId.ToString());
        var before = await CheckAsync(file);
        Assert.Contains($"WRONG nobody else holds ADMIN: {Deployer} does", before.Output);
        Assert.Contains("\n1 wrong.", before.Output);

        var refused = await DeployAsync(file, "--handover");
        Assert.Contains("guardians have bonded 0 SEND; the handover needs 30000 SEND", refused.Error);
        Assert.Equal(1, refused.ExitCode);

        var web3 = new Web3(_url);
        var approval = new ApproveFunction { Spender = network.Contracts.NodeStaking, Value = BigInteger.Pow(10, 27) };
        await Impersonation.SendAsAsync(web3, Treasury, network.Contracts.SendToken, approval);
        var registration = new Registration { Role = (byte)NodeRole.Guardian, Operator = Treasury, Commission = 0, Endpoint = "", OperatorConsent = [] };
        var guardian = new RegisterAndStakeFunction { Registration = registration, Amount = 30_000 * BigInteger.Pow(10, 18) };
        await Impersonation.SendAsAsync(web3, Treasury, network.Contracts.NodeStaking, guardian);
        await web3.Client.SendRequestAsync("evm_increaseTime", null, 2);
        await web3.Client.SendRequestAsync("evm_mine");
        var handedOver = await DeployAsync(file, "--handover");
        Assert.True(handedOver.ExitCode == 0, handedOver.Error);
        Assert.Contains("Nothing new to deploy.", (await DeployAsync(file, "--handover")).Error);
        var after = await CheckAsync(file);
        Assert.DoesNotContain("WRONG", after.Output);
        Assert.Equal(0, after.ExitCode);

        using var connection = await ChainConnection.OpenAsync(network, null, null, default);
        Assert.Equal(600_000_000 * BigInteger.Pow(10, 18) - guardian.Amount, await connection.Token.BalanceOfQueryAsync(Treasury));
        Assert.Equal(0, await connection.Token.BalanceOfQueryAsync(Deployer));
    }

    private Task<ChildResult> CheckAsync(string parameters) => RunAsync(
        "check-deployment.js", "--no-compile", "--deployment", _folder.File("deployment.json"), "--parameters", parameters);

    private Task<ChildResult> DeployAsync(string parameters, params string[] more) => RunAsync(
        "deploy.js",
        [
            "--network", "linea-sepolia",
            "--no-compile",
            "--rpc-url", _url,
            "--journal", _folder.File("journal"),
            "--out", _folder.File("deployment.json"),
            "--parameters", parameters,
            .. more,
        ]);

    private Task<ChildResult> RunAsync(string script, params string[] arguments)
    {
        var start = _tools.Command([Path.Combine(_tools.Root, "ignition", script), .. arguments]);
        start.Environment["SENDING_TESTNET_DEPLOYER_KEY"] = DeployerKey;
        return ChildProcess.RunAsync(start, default);
    }
}
