using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Sending.Chain.Formats;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Messages between accounts at home at two Edges, each a process. What Edges do in each case is Sending.Edge.Tests' part.</summary>
public class MessageTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task AMessageGoesThroughTwoEdgesAndIsShownOnceAndSignedFor()
    {
        var (alice, bob) = (await EdgeAsync("alice"), await EdgeAsync("bob"));
        await RefusedAsync("wrong-message-no-home", 1, "message send hello --to dave --account carol");
        await RunAsync("did service add SendingEdge alice --account carol");
        await RefusedAsync("wrong-message-no-credit", 1, "message send hello --to dave --account carol");
        await RunAsync("credit deposit 20 --edge alice --account carol");
        await RefusedAsync("wrong-message-no-edge-there", 5, "message receive --account carol");

        using var first = await StartedAsync(alice);
        using var second = await StartedAsync(bob);
        await RefusedAsync("wrong-message-no-home-of-recipient", 1, "message send hello --to dave --account carol");
        await RefusedAsync("wrong-message-not-sponsored", 1, "message send hello --to dave --account erin --payer carol --via alice");
        await RunAsync("did service add SendingEdge bob --account dave");
        await RunAsync("credit deposit 1 --edge bob --account dave");

        // Nobody is there to receive it yet; that is what is shown once.
        await MatchAsync("message-send-dry-run", "message send hello --to dave --account carol --dry-run");
        await SendAsync("message send \"hello \u001b[31mdave\" --to dave --account carol");
        var received = await Devnet.Cli.RunAsync("message receive --account dave --wait 80s --count 1");
        Assert.Contains("carol did:sdn:", received.Succeeded().Out, StringComparison.Ordinal);
        Assert.EndsWith("\n  hello \uFFFD[31mdave\n", received.Out, StringComparison.Ordinal);
        Assert.Equal("Warning: Messages are not encrypted yet: for tests of the network.\n", received.Error);
        await MatchAsync("message-receive-nothing", "message receive --account dave");
        Assert.Equal(1, (await Devnet.Cli.RunAsync("message receive --account dave --wait 1s --count 1")).ExitCode);

        // Somebody is there; a delegate of carol's sends, and she pays. Bytes that are no text come as they are.
        using var follower = Devnet.Cli.Start("message receive --follow --count 2 --account dave --json");
        follower.StandardInput.Close();
        await RunAsync("did delegate add relay erin --account carol");
        await SendAsync("message send - --to dave --account erin --payer carol --via alice", "one\ntwo");
        byte[] bytes = [0xff, .. new byte[3_000]];
        await File.WriteAllBytesAsync(Devnet.Home.File("picture"), bytes);
        var sent = await SendAsync($"message send --file picture --to @sdn_{Digits("dave")}:{Digits("bob")} --ttl 1h --account carol");
        Assert.Equal((3, 3_600), (sent.GetProperty("units").GetInt32(), sent.GetProperty("ttl").GetInt32()));
        var messages = (await CliProcess.FinishAsync(follower)).Succeeded().Out.Split("\n}\n", StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(document => JsonDocument.Parse(document.TrimEnd('}', '\n') + "}").RootElement.GetProperty("data").GetProperty("messages").EnumerateArray()).ToList();
        Assert.Equal([new Did(Devnet.Node.Address("erin")).ToString(), new Did(Devnet.Node.Address("carol")).ToString()], messages.Select(each => each.GetProperty("from").GetString()));
        Assert.Equal(["one\ntwo", null], messages.Select(each => each.GetProperty("text").GetString()));
        Assert.Equal(bytes, messages[1].GetProperty("body").GetBytesFromBase64());
    }

    [Theory]
    [InlineData("without-text", "message send --to bob")]
    [InlineData("two-texts", "message send hello --file x --to bob")]
    [InlineData("no-recipient", "message send hello")]
    [InlineData("no-file", "message send --file nothing --to bob")]
    [InlineData("no-count", "message receive --count none")]
    public Task WrongInputIsRefused(string what, string line) => RefusedAsync($"wrong-message-{what}", 2, line);

    private string Digits(string name) => Devnet.Node.Address(name)[2..].ToLowerInvariant();

    /// <summary>Sends, and sees that all that was used is signed for.</summary>
    private async Task<JsonElement> SendAsync(string line, string input = "")
    {
        var data = (await Devnet.Cli.RunAsync($"{line} --json", input)).Succeeded().Data;
        Assert.Equal(0, data.GetProperty("unsigned").GetInt64());
        return data;
    }

    /// <summary>Registers an account's Edge, at a port that is free.</summary>
    /// <returns>The command that runs it.</returns>
    private async Task<string> EdgeAsync(string name)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await RunAsync($"stake 25000 --role edge --endpoint http://127.0.0.1:{port} --account {name}");
        return $"edge run --account {name} --listen 127.0.0.1:{port}";
    }

    private async Task<RunningEdge> StartedAsync(string command)
    {
        var edge = new RunningEdge(Devnet.Cli.Start(command));
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(http, "http://" + command.Split(' ')[^1]))
        {
            await Task.Delay(50, patience.Token);
        }

        return edge;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string url)
    {
        try
        {
            using var response = await http.GetAsync(url + "/readyz");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>An Edge's process; its output is read so that it never waits for us.</summary>
    private sealed class RunningEdge : IDisposable
    {
        private readonly Process _process;

        public RunningEdge(Process process)
        {
            _process = process;
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
