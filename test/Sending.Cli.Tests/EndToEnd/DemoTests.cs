using System.Text.Json;
using Sending.Cli.Tests.Support;
using Sending.Toolchain;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The demo, which is the first thing that anybody runs.</summary>
public sealed class DemoTests : IDisposable
{
    private static readonly string Devnets = Path.Combine(Repository.Find(), ".devnet");

    private readonly TemporaryFolder _home = new();
    private readonly CliProcess _cli;

    public DemoTests() => _cli = new CliProcess(_home, _home.File(".devnet"));

    [Fact]
    public async Task TellsTheWholeStoryAndLeavesNothingBehind()
    {
        var before = Left();

        var result = (await _cli.RunAsync("demo")).Succeeded();

        Snapshot.Match("demo", Scrubbed(result.Out));
        Assert.Equal(before, Left());
    }

    [Fact]
    public async Task EveryStepIsInTheJsonDocument()
    {
        // The user's own settings must not change what the demo does.
        _home.Write("config/sending/config.json", """{"network":"moonbase","account":"nobody","rpcUrl":"http://127.0.0.1:1"}""");

        var result = (await _cli.RunAsync("demo --json")).Succeeded();

        var steps = result.Data.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal("sending-cli devnet up --detach --port 0", steps[0].GetProperty("command").GetString());
        var sent = steps.Where(step => step.GetProperty("transactionHash").ValueKind == JsonValueKind.String).ToList();
        Assert.Equal(5, sent.Count);
        Assert.All(sent, step =>
        {
            Assert.Matches("^0x[0-9a-f]{64}$", step.GetProperty("transactionHash").GetString());
            Assert.True(step.GetProperty("gasUsed").GetInt64() > 21_000);
            Assert.Equal(JsonValueKind.String, step.GetProperty("balanceSend").ValueKind);
        });

        // Who takes part is known by DID.
        Assert.Contains("Bob (did:sdn:3c44cdddb6a900fa2b585dd299e03d12fa4293bc)", steps[2].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Equal("sending-cli did resolve did:sdn:70997970c51812dc3a010c7d01b50e0d17dc79c8", steps[^1].GetProperty("command").GetString());

        // 25,000 staked, 5,000 of them withdrawn again.
        Assert.Equal("980000", sent[^1].GetProperty("balanceSend").GetString());
    }

    [Fact]
    public async Task CtrlCTakesItsDevnetDown()
    {
        var before = Left();
        using var process = _cli.Start("demo");
        process.StandardInput.Close();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(90)) is { } line
            && !line.StartsWith("$ sending-cli stake", StringComparison.Ordinal))
        {
        }

        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(before, Left());
    }

    [Fact]
    public async Task KeptItCanBeUsedOn()
    {
        var result = (await _cli.RunAsync("demo --keep --json")).Succeeded();
        var kept = new CliProcess(_home, result.Data.GetProperty("folder").GetString()!);

        var nodes = (await kept.RunAsync("node list --json")).Succeeded();
        Assert.Equal(2, nodes.Data.GetProperty("nodes").GetArrayLength());
        (await kept.RunAsync("devnet down")).Succeeded();
        Assert.False(Directory.Exists(result.Data.GetProperty("folder").GetString()));
    }

    [Fact]
    public async Task DryRunOnlyNamesTheCommands()
    {
        var before = Left();

        var result = (await _cli.RunAsync("demo --dry-run --json")).Succeeded();

        Assert.Equal(10, result.Data.GetProperty("steps").GetArrayLength());
        Assert.Equal(before, Left());
    }

    public void Dispose() => _home.Dispose();

    private static string Scrubbed(string text)
    {
        var folder = System.Text.RegularExpressions.Regex.Replace(text, @"demo-\d+", "demo-<id>");
        folder = System.Text.RegularExpressions.Regex.Replace(folder, @"The demo took [\ddhms ]+;", "The demo took <time>;");
        return Scrub.Text(folder, (Repository.Find(), "<repository>"));
    }

    private static IReadOnlyList<string> Left() =>
        Directory.Exists(Devnets) ? [.. Directory.EnumerateDirectories(Devnets, "demo-*").Order(StringComparer.Ordinal)] : [];
}
