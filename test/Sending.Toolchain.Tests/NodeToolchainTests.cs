namespace Sending.Toolchain.Tests;

public sealed class NodeToolchainTests : IDisposable
{
    private readonly FakeCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task AMachineWithANewNodeInstallsThePackagesOnceAndNoOtherNode()
    {
        _checkout.WithMachineNode("v22.13.0");
        var toolchain = await _checkout.EnsureAsync();
        Assert.Equal(_checkout.PathOf("machine-bin/node"), toolchain.Node);
        Assert.True(File.Exists(toolchain.Hardhat));
        Assert.False(Directory.Exists(_checkout.PathOf("Sending.Toolchain/node/node_modules")));

        _checkout.Progress.Clear();
        await _checkout.EnsureAsync();
        Assert.Empty(_checkout.Progress);
    }

    [Theory]
    [InlineData("v20.0.0")]
    [InlineData("v22.12.9")]
    public async Task AMachineWithAnOlderNodeGetsNode22FromNpm(string version)
    {
        _checkout.WithMachineNode(version);
        var toolchain = await _checkout.EnsureAsync();
        Assert.Equal(_checkout.PathOf("Sending.Toolchain/node/node_modules/node-test-platform/bin/node"), toolchain.Node);
        Assert.Equal("v22.23.2", (await toolchain.RunAsync(["--version"], CancellationToken.None)).Output.Trim());
        Assert.Contains(_checkout.Progress, line => line.Contains(version.TrimStart('v'), StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutNodeTheErrorSaysWhatToInstall()
    {
        Environment.SetEnvironmentVariable("PATH", _checkout.PathOf("packages"));
        var error = await Assert.ThrowsAsync<ToolchainException>(() => _checkout.EnsureAsync());
        Assert.Equal("Node.js was not found on PATH. Install Node 20 or newer with npm (https://nodejs.org), then run this again.", error.Message);
    }

    [Fact]
    public async Task WithoutNpmTheErrorSaysWhatToInstall()
    {
        _checkout.WithMachineNode("v22.13.0");
        File.Delete(_checkout.PathOf("machine-bin/npm"));
        Environment.SetEnvironmentVariable("PATH", _checkout.PathOf("machine-bin"));
        var error = await Assert.ThrowsAsync<ToolchainException>(() => _checkout.EnsureAsync());
        Assert.StartsWith("npm was not found on PATH.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v18.20.4", "Node.js 18.20.4")]
    [InlineData("nonsense", "not a version")]
    public async Task ANodeThatIsTooOldOrBrokenIsRefused(string version, string message)
    {
        _checkout.WithMachineNode(version);
        var error = await Assert.ThrowsAsync<ToolchainException>(() => _checkout.EnsureAsync());
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_checkout.PathOf("node_modules")));
    }

    [Fact]
    public async Task AnInterruptedInstallationIsRepairedByTheNextRun()
    {
        _checkout.WithMachineNode("v22.13.0");
        var toolchain = await _checkout.EnsureAsync();
        File.Delete(_checkout.PathOf("node_modules/.installed"));
        File.Delete(toolchain.Hardhat);
        await _checkout.EnsureAsync();
        Assert.True(File.Exists(toolchain.Hardhat));
    }

    [Fact]
    public async Task ACancelledInstallationLeavesNoMarkAndFreesTheLock()
    {
        _checkout.WithMachineNode("v22.13.0");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _checkout.EnsureAsync(cancel.Token));
        Assert.False(File.Exists(_checkout.PathOf("node_modules/.installed")));
        Assert.True(File.Exists((await _checkout.EnsureAsync()).Hardhat));
    }

    [Fact]
    public async Task TwoAtOnceInstallOnce()
    {
        _checkout.WithMachineNode("v22.13.0");
        await Task.WhenAll(_checkout.EnsureAsync(), _checkout.EnsureAsync());
        Assert.Equal(1, _checkout.Installations);
    }

    [Fact]
    public async Task AChangedLockFileInstallsAgain()
    {
        _checkout.WithMachineNode("v22.13.0");
        await _checkout.EnsureAsync();
        File.AppendAllText(_checkout.PathOf("package-lock.json"), "\n");
        await _checkout.EnsureAsync();
        Assert.Equal(2, _checkout.Installations);
    }

    [Fact]
    public async Task WithoutANetworkTheErrorNamesTheRegistry()
    {
        _checkout.WithMachineNode("v22.13.0");
        _checkout.WriteFile(".npmrc", $"registry=http://127.0.0.1:9/\nfetch-retries=0\ncache={_checkout.PathOf("cache")}\n");
        _checkout.WriteFile("package.json", """{"name":"checkout","version":"1.0.0","dependencies":{"left-pad":"1.3.0"}}""");
        _checkout.WriteFile("package-lock.json", """
            {"name":"checkout","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{
              "":{"name":"checkout","version":"1.0.0","dependencies":{"left-pad":"1.3.0"}},
              "node_modules/left-pad":{"version":"1.3.0"}}}
            """);
        var error = await Assert.ThrowsAsync<ToolchainException>(() => _checkout.EnsureAsync());
        Assert.StartsWith("npm cannot reach its registry, so the npm packages of contracts and devnet cannot be installed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALockFileThatNpmRefusesIsShownWithItsReason()
    {
        _checkout.WithMachineNode("v22.13.0");
        _checkout.WriteFile("package-lock.json", """{"name":"checkout","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{"":{"name":"checkout","version":"1.0.0"}}}""");
        var error = await Assert.ThrowsAsync<ToolchainException>(() => _checkout.EnsureAsync());
        Assert.Contains("npm failed to install", error.Message, StringComparison.Ordinal);
        Assert.Contains("in sync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContractsAreCompiledOnlyWhenASourceChanged()
    {
        var toolchain = await _checkout.WithMachineNode("v22.13.0").EnsureAsync();
        var progress = new ErrorStreamProgress();
        await toolchain.CompileContractsAsync(progress, CancellationToken.None);
        await toolchain.CompileContractsAsync(progress, CancellationToken.None);
        Assert.Equal(".", File.ReadAllText(_checkout.PathOf("artifacts/builds")));

        _checkout.WriteFile("contracts/A.sol", "contract A { uint256 a; }");
        await toolchain.CompileContractsAsync(progress, CancellationToken.None);
        Assert.Equal("..", File.ReadAllText(_checkout.PathOf("artifacts/builds")));
    }

    [Fact]
    public async Task AContractThatDoesNotCompileShowsTheCompilersError()
    {
        var toolchain = await _checkout.WithMachineNode("v22.13.0").EnsureAsync();
        _checkout.WriteFile("contracts/A.sol", "syntax error");
        var error = await Assert.ThrowsAsync<ToolchainException>(() => toolchain.CompileContractsAsync(new ErrorStreamProgress(), CancellationToken.None));
        Assert.Contains("ParserError in contracts/A.sol", error.Message, StringComparison.Ordinal);
    }
}
