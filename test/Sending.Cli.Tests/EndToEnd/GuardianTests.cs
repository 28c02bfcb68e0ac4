using System.Net;
using System.Text.Json.Nodes;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>A guardian under the command line: it runs, and its signing record moves.</summary>
public sealed class GuardianTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task RunsUntilCtrlCAndItsRecordMoves()
    {
        var nobody = await Devnet.Cli.RunAsync("guardian run --account bob --json");
        Assert.Equal(1, nobody.ExitCode);
        Assert.Contains("acts for no guardian", nobody.FirstError.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("record_missing", (await Devnet.Cli.RunAsync("guardian record export early.json --json")).FirstError.GetProperty("code").GetString());

        await RunAsync("stake 100000 --role guardian");
        using var guardian = Devnet.Cli.Start("guardian run --listen 127.0.0.1:0 --json");
        using var observer = Devnet.Cli.Start("guardian run --observe --listen 127.0.0.1:0 --json");
        foreach (var process in new[] { guardian, observer })
        {
            process.StandardInput.Close();
            using var http = new HttpClient { BaseAddress = new Uri((await CliProcess.StartedAsync(process)).GetProperty("url").GetString()!) };
            await UntilReadyAsync(http);
            Assert.Equal(process == guardian, (await http.GetStringAsync("/v1/duties")).Contains("reveal-scores", StringComparison.Ordinal));
        }

        // Only a stopped guardian's record can be taken along.
        var held = await Devnet.Cli.RunAsync("guardian record export held.json --json");
        Assert.Equal("state_unusable", held.FirstError.GetProperty("code").GetString());
        await CliProcess.InterruptAsync(guardian);
        await CliProcess.InterruptAsync(observer);
        Assert.Equal(130, (await CliProcess.FinishAsync(guardian)).ExitCode);
        Assert.Equal(130, (await CliProcess.FinishAsync(observer)).ExitCode);

        Assert.Equal(0, (await RunAsync("guardian record export signed.json --json")).Data.GetProperty("signedCount").GetInt32());
        Assert.Equal("file_exists", (await Devnet.Cli.RunAsync("guardian record export signed.json --json")).FirstError.GetProperty("code").GetString());

        // What was signed elsewhere is added; what contradicts it, or is of another chain, is not.
        Write("elsewhere.json", document => document["signed"] = Signed((7, 'a'), (8, 'b')));
        Assert.Equal(2, (await RunAsync("guardian record import elsewhere.json --dry-run --json")).Data.GetProperty("addedCount").GetInt32());
        Assert.Equal(2, (await RunAsync("guardian record import elsewhere.json --json")).Data.GetProperty("addedCount").GetInt32());
        Assert.Equal(0, (await RunAsync("guardian record import elsewhere.json --json")).Data.GetProperty("addedCount").GetInt32());
        Write("contradicts.json", document => document["signed"] = Signed((6, 'a'), (8, 'c')));
        await RefuseAsync("contradicts.json", 1, "signing_refused");
        Write("other-chain.json", document => document["deployBlockHash"] = "0x" + new string('1', 64));
        await RefuseAsync("other-chain.json", 1, "state_of_another_chain");
        Write("malformed.json", document => document["version"] = 9);
        await RefuseAsync("malformed.json", 2, "invalid_input");
        await RefuseAsync("absent.json", 2, "invalid_input");

        await RunAsync("guardian record export again.json");
        var again = JsonNode.Parse(await File.ReadAllTextAsync(Devnet.Home.File("again.json")))!;
        Assert.Equal(Signed((7, 'a'), (8, 'b')).ToJsonString(), again["signed"]!.ToJsonString());
    }

    private static JsonArray Signed(params IEnumerable<(long Epoch, char Digit)> entries)
        => new([.. entries.Select(entry => new JsonObject { ["epoch"] = entry.Epoch, ["digest"] = "0x" + new string(entry.Digit, 64) })]);

    private void Write(string file, Action<JsonObject> change)
    {
        var document = JsonNode.Parse(File.ReadAllText(Devnet.Home.File("signed.json")))!.AsObject();
        change(document);
        File.WriteAllText(Devnet.Home.File(file), document.ToJsonString());
    }

    private async Task RefuseAsync(string file, int exitCode, string code)
    {
        var result = await Devnet.Cli.RunAsync($"guardian record import {file} --json");
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(code, result.FirstError.GetProperty("code").GetString());
    }

    private static async Task UntilReadyAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var response = await http.GetAsync("/readyz", patience.Token);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
