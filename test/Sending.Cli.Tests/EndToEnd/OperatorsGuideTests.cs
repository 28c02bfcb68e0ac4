using System.Diagnostics;
using System.Text.Json;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The rehearsal of docs/operators.md, run as a newcomer runs it: services stay in terminals of their own, and end by Ctrl-C.</summary>
public sealed class OperatorsGuideTests : IDisposable
{
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
            service.WaitForExit();
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
            foreach (var line in lines)
            {
                await RunAsync(line);
            }
        }
        finally
        {
            // Where it has ended in the middle, nothing may go on running.
            await _cli.RunAsync(Down);
        }

        var signed = JsonDocument.Parse(await File.ReadAllTextAsync(_home.File("signed.json"))).RootElement.GetProperty("signed");
        Assert.Equal(0, Assert.Single(signed.EnumerateArray()).GetProperty("epoch").GetInt64());
        Assert.Equal("0.0019", Assert.Single(Found("rewards show").GetProperty("earnings").EnumerateArray()).GetProperty("collected").GetString());
        Assert.NotEqual("0", Found("rewards claim").GetProperty("claimed").GetString());
    }

    /// <summary>The section's commands, on ports that are free here.</summary>
    private static async Task<List<string>> LinesAsync()
    {
        var (edge, guardian) = ($":{FreePort.Find()}", $":{FreePort.Find()}");
        return [.. (await Guide.CommandsAsync("operators.md", "From nothing"))
            .Select(line => line.Replace(":8090", edge, StringComparison.Ordinal).Replace(":8091", guardian, StringComparison.Ordinal))];
    }

    private async Task RunAsync(string line)
    {
        if (line.StartsWith("edge run", StringComparison.Ordinal) || line.StartsWith("guardian run", StringComparison.Ordinal))
        {
            var process = _services[line[..line.IndexOf(' ')]] = _cli.Start($"{line} --json");
            await CliProcess.StartedAsync(process);
            return;
        }

        if (line.StartsWith("guardian record", StringComparison.Ordinal))
        {
            await CliProcess.InterruptAsync(_services["guardian"]);
            await _services["guardian"].WaitForExitAsync();
        }

        using var command = _cli.Start(line.StartsWith(Up, StringComparison.Ordinal) ? $"{line} --port 0" : $"{line} --json");
        command.StandardInput.Close();
        var result = await CliProcess.FinishAsync(command, Patience);
        Assert.True(result.ExitCode == 0, $"{line}\nExit code {result.ExitCode}.\n{result.Out}\n{result.Error}");
        _results[line] = result;
    }

    private JsonElement Found(string start) => _results.Single(result => result.Key.StartsWith(start, StringComparison.Ordinal)).Value.Data;
}
