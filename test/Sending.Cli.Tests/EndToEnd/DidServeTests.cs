using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Formats;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>DIDs over HTTP, as an operator runs it. What is answered is Sending.Chain.Http.Tests' part.</summary>
public class DidServeTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task ServesAndFollowsUntilCtrlC()
    {
        using var process = Devnet.Cli.Start("did serve --port 0 --json");
        process.StandardInput.Close();
        using var http = new HttpClient { BaseAddress = new Uri((await CliProcess.StartedAsync(process)).GetProperty("url").GetString()!) };
        await UntilAsync(async () => (await StatusAsync(http, "/readyz")) == HttpStatusCode.OK);
        var did = new Did(Devnet.Node.Address("erin")).ToString();
        Assert.Null(await VersionAsync(http, did));

        // What happens on the chain is served, and other commands go on with an index of theirs.
        await ChangeAsync("erin");
        await UntilAsync(async () => await VersionAsync(http, did) is not null);
        await RunAsync("index check");

        // A chain that takes back what was final, as only a devnet does, is read anew.
        await Devnet.FreshAsync();
        await UntilAsync(async () => await StatusAsync(http, "/readyz") == HttpStatusCode.OK && await VersionAsync(http, did) is null);

        var second = await Devnet.Cli.RunAsync("did serve --port 0 --json");
        Assert.Equal(1, second.ExitCode);
        Assert.Equal("state_unusable", second.FirstError.GetProperty("code").GetString());

        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);
        Assert.Equal(130, result.ExitCode);
        var log = result.Error.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString()).ToList();
        Assert.Contains("Information", log);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/livez"));
    }

    [Fact]
    public async Task APortInUseIsNamed()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var result = await Devnet.Cli.RunAsync($"did serve --port {port} --json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("port_in_use", result.FirstError.GetProperty("code").GetString());
        Assert.Contains($"127.0.0.1:{port}", result.FirstError.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port 65536")]
    [InlineData("--port x")]
    [InlineData("--listen nowhere.example.org")]
    public async Task WhatIsNoAddressIsWrongUsage(string options)
    {
        var result = await Devnet.Cli.RunAsync($"did serve {options} --json");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("invalid_input", result.FirstError.GetProperty("code").GetString());
    }

    [Fact]
    public async Task DryRunServesNothing()
    {
        var data = (await RunAsync("did serve --port 8099 --dry-run --json")).Data;
        Assert.True(data.GetProperty("dryRun").GetBoolean());
        Assert.Equal("http://127.0.0.1:8099", data.GetProperty("url").GetString());
        Assert.False(File.Exists(data.GetProperty("index").GetString()));
    }

    private async Task ChangeAsync(string account)
    {
        var address = Devnet.Node.Address(account);
        var message = new SetAttributeFunction { Identity = address, Name = [.. "did/svc/Test"u8, .. new byte[20]], Value = [.. "https://test.example.org"u8], Validity = 1_000 };
        await Devnet.Node.SendAsAsync(address, Devnet.Contracts.DidRegistry, message);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(path);
        return response.StatusCode;
    }

    private static async Task<string?> VersionAsync(HttpClient http, string did)
    {
        using var response = await http.GetAsync($"/1.0/identifiers/{did}");
        return response.IsSuccessStatusCode && JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("didDocumentMetadata").TryGetProperty("versionId", out var version)
            ? version.GetString()
            : null;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
