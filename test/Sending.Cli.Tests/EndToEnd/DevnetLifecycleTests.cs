using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Starting and ending devnets, in every order that users think of.</summary>
public sealed class DevnetLifecycleTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly CliProcess _cli;

    public DevnetLifecycleTests() => _cli = new CliProcess(_home, _home.File(".devnet"));

    [Fact]
    public async Task UpWorkDown()
    {
        await MatchAsync("devnet-status-stopped", 0, "devnet status");
        await MatchAsync("devnet-up", 0, "devnet up --detach --port 0", error: false);
        await MatchAsync("devnet-status", 0, "devnet status");
        await MatchAsync("devnet-status-json", 0, "devnet status --json");

        // The program that started it has ended, and it serves on.
        await MatchAsync("devnet-fund", 0, "devnet fund bob --send 5 --eth 1");
        await MatchAsync("devnet-fund-json", 0, "devnet fund 0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1199 --json");
        await MatchAsync("devnet-advance", 0, "devnet advance 10m");
        await MatchAsync("devnet-advance-to", 0, "devnet advance --to settlement --json");
        await MatchAsync("devnet-advance-wrong", 2, "devnet advance soon");
        await MatchAsync("devnet-advance-back", 2, "devnet advance --to 0");
        await MatchAsync("devnet-advance-both", 2, "devnet advance 5m --to epoch");
        var logs = (await _cli.RunAsync("devnet logs --lines 5")).Succeeded();
        Assert.Equal(5, logs.Out.TrimEnd('\n').Split('\n').Length);

        // A second one would have nowhere to be.
        await MatchAsync("devnet-up-twice", 1, "devnet up --detach --port 0");
        (await _cli.RunAsync("stake 25000 --role edge")).Succeeded();
        await MatchAsync("devnet-reset", 0, "devnet reset", error: false);
        Assert.Equal(1, (await _cli.RunAsync("node show")).ExitCode);

        await MatchAsync("devnet-down", 0, "devnet down");
        await MatchAsync("devnet-down-twice", 1, "devnet down");
        await MatchAsync("devnet-fund-stopped", 1, "devnet fund 0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1199");
        await MatchAsync("stake-without-devnet", 2, "stake 25000 --role edge");
    }

    [Fact]
    public async Task APortInUseIsNamedAndNothingIsLeftBehind()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        var line = $"devnet up --detach --port {port}";

        var result = await _cli.RunAsync(line);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{port}", LastLine(result.Error), StringComparison.Ordinal);
        Snapshot.Match("devnet-port-in-use", $"$ sending-cli {line}\n{LastLine(result.Error)}".Replace($"{port}", "<port>", StringComparison.Ordinal));
        Assert.Contains("\"condition\": \"stopped\"", (await _cli.RunAsync("devnet status --json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKilledNodeIsNoticedAndReplaced()
    {
        (await _cli.RunAsync("devnet up --detach --port 0")).Succeeded();
        var pid = (await _cli.RunAsync("devnet status --json")).Data.GetProperty("processId").GetInt32();
        using (var node = Process.GetProcessById(pid))
        {
            node.Kill();
            await node.WaitForExitAsync();
        }

        await MatchAsync("devnet-status-killed", 0, "devnet status");
        var stake = await _cli.RunAsync("stake 25000 --role edge");
        Assert.Equal(5, stake.ExitCode);
        (await _cli.RunAsync("devnet up --detach --port 0")).Succeeded();
        (await _cli.RunAsync("stake 25000 --role edge")).Succeeded();
        (await _cli.RunAsync("devnet down")).Succeeded();
    }

    [Fact]
    public async Task InTheForegroundCtrlCTakesItDown()
    {
        using var process = _cli.Start("devnet up --port 0 --json");
        process.StandardInput.Close();
        var errors = new List<string>();
        while (await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(90)) is { } line && line != "Ctrl-C takes it down.")
        {
            errors.Add(line);
        }

        var second = await _cli.RunAsync("devnet up --port 0");
        Assert.Equal(1, second.ExitCode);
        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.True(result.Json.GetProperty("success").GetBoolean(), string.Join('\n', errors));
        Assert.Contains("\"condition\": \"stopped\"", (await _cli.RunAsync("devnet status --json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InTheForegroundItEndsWithSomebodyElsesDown()
    {
        using var process = _cli.Start("devnet up --port 0");
        process.StandardInput.Close();
        while (await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(90)) is { } line && line != "Ctrl-C takes it down.")
        {
        }

        (await _cli.RunAsync("devnet down")).Succeeded();
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("The devnet was taken down.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("devnet up --port 70000", "'70000' is not a port")]
    [InlineData("devnet logs --lines 0", "--lines '0' is not a whole number from 1 up.")]
    public async Task WrongUsageIsRefused(string line, string message)
    {
        var result = await _cli.RunAsync(line);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("devnet up --dry-run")]
    [InlineData("devnet down --dry-run")]
    [InlineData("devnet reset --dry-run")]
    public async Task DryRunsChangeNothing(string line)
    {
        Assert.Contains("Dry run", (await _cli.RunAsync(line)).Succeeded().Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_home.File(".devnet")));
    }

    public void Dispose()
    {
        // Only for when a test has failed in between.
        if (File.Exists(_home.File(".devnet/state.json")))
        {
            _cli.RunAsync("devnet down").GetAwaiter().GetResult();
        }

        _home.Dispose();
    }

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1];

    private async Task MatchAsync(string snapshot, int exitCode, string line, bool error = true)
    {
        var result = await _cli.RunAsync(line);
        Assert.True(exitCode == result.ExitCode, $"Exit code {result.ExitCode}.\n{result.Out}\n{result.Error}");

        // What is installed or compiled on the way differs from run to run.
        var shown = error ? result : result with { Error = "" };
        Snapshot.Match(snapshot, Scrub.Text(shown.Transcript(line), (_home.Path, "<home>")));
    }
}
