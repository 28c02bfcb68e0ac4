using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sending.Chain.Amounts;
using Sending.Cli.Tests.Support;
using Sending.Toolchain;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The demo, which is the first thing that anybody runs.</summary>
public sealed class DemoTests : IDisposable
{
    private const string Configuration = "config/sending/config.json";

    private static readonly string Devnets = Path.Combine(Repository.Find(), ".devnet");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder _home = new();
    private readonly CliProcess _cli;

    public DemoTests() => _cli = new CliProcess(_home, _home.File(".devnet"));

    [Fact]
    public async Task TellsTheWholeStoryAndItsNetworkCanBeUsedOn()
    {
        var before = Left();
        var planned = Commands((await _cli.RunAsync("demo --dry-run --json")).Succeeded());
        Assert.Equal(before, Left());

        // The user's own settings must not change what the demo does.
        _home.Write(Configuration, """{"network":"moonbase","account":"nobody","rpcUrl":"http://127.0.0.1:1"}""");
        using var process = _cli.Start("demo --keep --json");
        process.StandardInput.Close();
        var result = (await CliProcess.FinishAsync(process, Patience)).Succeeded();

        Assert.Equal(planned.Select(WithoutEpoch), Commands(result).Select(WithoutEpoch));
        StoryIsTold(result.Error);
        StepsAreOnChain(result.Data);
        HoldingsAddUp(result.Data);
        File.Delete(_home.File(Configuration));
        await KeptAsync(new CliProcess(_home, result.Data.GetProperty("folder").GetString()!));
        Assert.Equal(before, Left());
    }

    [Fact]
    public async Task CtrlCTakesItsDevnetDown()
    {
        var before = Left();
        using var process = _cli.Start("demo");
        process.StandardInput.Close();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3)) is { } line
            && !line.StartsWith("$ sending-cli delegate", StringComparison.Ordinal))
        {
        }

        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(before, Left());
    }

    public void Dispose() => _home.Dispose();

    /// <summary>What people read while it goes on; who takes part is known by DID.</summary>
    private static void StoryIsTold(string story)
    {
        Assert.Contains("# Carol (did:sdn:90f79bf6eb2c4f870365e785982e1f101e93b906) delegates", story, StringComparison.Ordinal);
        Assert.Contains("\n  See you at the harbour\n", story, StringComparison.Ordinal);
        Assert.Contains("\n  I am late\n", story, StringComparison.Ordinal);
        Assert.Contains("\n  I will wait\n", story, StringComparison.Ordinal);
        Assert.Contains("is what chain and leaves give.", story, StringComparison.Ordinal);
        Assert.Matches("feePerUnit +0.001 SEND +0.0005 SEND", story);
    }

    private static void StepsAreOnChain(JsonElement data)
    {
        var sent = data.GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("transactionHash").ValueKind == JsonValueKind.String).ToList();
        Assert.Equal(15, sent.Count);
        Assert.All(sent, step =>
        {
            Assert.Matches("^0x[0-9a-f]{64}$", step.GetProperty("transactionHash").GetString());
            Assert.True(step.GetProperty("gasUsed").GetInt64() > 21_000);
        });
    }

    /// <summary>The cheat has lost a tenth of its stake, who worked or shared in it has gained, and nothing came from nowhere.</summary>
    private static void HoldingsAddUp(JsonElement data)
    {
        var changes = data.GetProperty("holdings").EnumerateArray()
            .ToDictionary(row => row.GetProperty("who").GetString()!, row => Signed(row.GetProperty("change").GetString()!));
        Assert.Equal(-2_500 * SendAmount.One, changes["frank"]);
        Assert.All(new[] { "edge-1", "edge-2", "carol", "guardian-1", "guardian-2", "guardian-3", "fund" }, who => Assert.True(changes[who] > 0, who));
        Assert.All(new[] { "alice", "bob" }, who => Assert.InRange(changes[who], -SendAmount.One / 100, -1));
        Assert.Equal(0, changes["bonds"]);
        Assert.Equal(0, changes["sum"]);
        Assert.Equal("1000000000", data.GetProperty("holdings").EnumerateArray().Last().GetProperty("after").GetString());
    }

    private static async Task KeptAsync(CliProcess kept)
    {
        var nodes = (await kept.RunAsync("node list --json")).Succeeded();
        Assert.Equal(6, nodes.Data.GetProperty("nodes").GetArrayLength());
        (await kept.RunAsync("devnet down")).Succeeded();
    }

    private static BigInteger Signed(string amount) => amount.StartsWith('-') ? -SendAmount.Parse(amount[1..]) : SendAmount.Parse(amount);

    private static List<string> Commands(CliResult result) => [.. result.Data.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("command").GetString()!)];

    /// <summary>A plan does not know which epochs there will be.</summary>
    private static string WithoutEpoch(string command) => Regex.Replace(command, @"(?<=(work|epoch) [a-z]+ )(\d+|<epoch>)", "<epoch>");

    private static IReadOnlyList<string> Left() =>
        Directory.Exists(Devnets) ? [.. Directory.EnumerateDirectories(Devnets, "demo-*").Order(StringComparer.Ordinal)] : [];
}
