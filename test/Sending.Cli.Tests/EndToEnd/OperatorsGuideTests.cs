using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Sending.Cli.Tests.Support;
using Sending.Toolchain;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The rehearsal of docs/operators.md, run as a newcomer runs it: services stay in terminals of their own, and end by Ctrl-C.</summary>
public sealed class OperatorsGuideTests : IDisposable
{
    private const string Section = "## From nothing";
    private const string Command = "    sending-cli ";
    private const string Up = "devnet up ";
    private const string Down = "devnet down";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder _home = new();
    private readonly CliProcess _cli;
    private readonly Dictionary<string, Process> _services = [];
    private readonly Dictionary<string, CliResult> _results = [];

    public OperatorsGuideTests() => _cli = new CliProcess(_home, _home.File(".devnet"));

    public void Dispose()
    {
        foreach (var service in _services.Values)
        {
            service.Kill();
            service.Dispose();
        }

        _home.Dispose();
    }

    [Fact]
    public async Task ANewcomersEdgeClaimsAndItsGuardianSigns()
    {
        var lines = await LinesAsync();
        Assert.Equal((0, lines.Count - 1), (lines.FindIndex(line => line.StartsWith(Up, StringComparison.Ordinal)), lines.IndexOf(Down)));
        try
        {
            foreach (var line in lines[..^1])
            {
                await RunAsync(line);
            }
        }
        finally
        {
            (await _cli.RunAsync(Down)).Succeeded();
        }

        var signed = JsonDocument.Parse(await File.ReadAllTextAsync(_home.File("signed.json"))).RootElement.GetProperty("signed");
        Assert.Equal(0, Assert.Single(signed.EnumerateArray()).GetProperty("epoch").GetInt64());
        Assert.Equal("0.0019", Assert.Single(Found("rewards show").GetProperty("earnings").EnumerateArray()).GetProperty("collected").GetString());
        Assert.NotEqual("0", Found("rewards claim").GetProperty("claimed").GetString());
    }

    /// <summary>The section's commands, on ports that are free here.</summary>
    private static async Task<List<string>> LinesAsync()
    {
        var page = await File.ReadAllLinesAsync(Path.Combine(Repository.Find(), "docs", "operators.md"));
        var section = page.SkipWhile(line => !line.StartsWith(Section, StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        var (edge, guardian) = ($":{FreePort()}", $":{FreePort()}");
        return [.. section
            .Where(line => line.StartsWith(Command, StringComparison.Ordinal))
            .Select(line => line[Command.Length..].Split(" #")[0].TrimEnd().Replace(":8090", edge, StringComparison.Ordinal).Replace(":8091", guardian, StringComparison.Ordinal))];
    }

    private async Task RunAsync(string line)
    {
        if (line.StartsWith("edge run", StringComparison.Ordinal) || line.StartsWith("guardian run", StringComparison.Ordinal))
        {
            _services[line[..line.IndexOf(' ')]] = _cli.Start($"{line} --json");
            await CliProcess.StartedAsync(_services[line[..line.IndexOf(' ')]]);
            return;
        }

        if (line.StartsWith("guardian record", StringComparison.Ordinal))
        {
            await CliProcess.InterruptAsync(_services["guardian"]);
            await _services["guardian"].WaitForExitAsync();
        }

        using var process = _cli.Start(line.StartsWith(Up, StringComparison.Ordinal) ? $"{line} --port 0" : $"{line} --json");
        process.StandardInput.Close();
        var result = await CliProcess.FinishAsync(process, Patience);
        Assert.True(result.ExitCode == 0, $"{line}\nExit code {result.ExitCode}.\n{result.Out}\n{result.Error}");
        _results[line] = result;
    }

    private JsonElement Found(string start) => _results.Single(result => result.Key.StartsWith(start, StringComparison.Ordinal)).Value.Data;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
