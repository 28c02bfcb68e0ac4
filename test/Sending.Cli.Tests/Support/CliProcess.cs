using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sending.Toolchain;

namespace Sending.Cli.Tests.Support;

/// <summary>Runs the built program as a process, in a home and folder of its own.</summary>
internal sealed class CliProcess(TemporaryFolder home, string devnetFolder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The program under test, built in the same configuration as the tests.</summary>
    private static readonly string Program = Path.Combine(
        Repository.Find(),
        "Sending.Cli",
        Path.GetRelativePath(Path.Combine(Repository.Find(), "test", "Sending.Cli.Tests"), AppContext.BaseDirectory),
        "sending-cli.dll");

    /// <summary>Further environment of the next runs.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Runs a command line to its end; its words are separated by blanks.</summary>
    public async Task<CliResult> RunAsync(string line, string input = "")
    {
        using var process = Start(line);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    /// <summary>Starts a command line and leaves it running.</summary>
    /// <param name="line">Its words, separated by blanks.</param>
    /// <param name="terminal">Where somebody sits: the device for standard input and standard error; null for pipes.</param>
    public Process Start(string line, string? terminal = null)
    {
        string[] words = [Program, .. Words(line)];
        var start = terminal is null
            ? new ProcessStartInfo("dotnet", words)
            : new ProcessStartInfo("sh", ["-c", $"exec dotnet \"$@\" < {terminal} 2> {terminal}", "sh", .. words]);
        start.WorkingDirectory = home.Path;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SENDING_", StringComparison.Ordinal) || name.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // The program's own caches stay where they are; only what belongs to the user moves.
        start.Environment["XDG_CONFIG_HOME"] = home.File("config");
        start.Environment["XDG_DATA_HOME"] = home.File("data");
        start.Environment["SENDING_DEVNET_FOLDER"] = devnetFolder;
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The words that a shell would make of the line: separated by spaces, kept together by double quotes.</summary>
    public static IEnumerable<string> Words(string line)
        => Regex.Matches(line, "\"([^\"]*)\"|([^ \"]+)").Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value);

    /// <summary>Waits for a started command line to end.</summary>
    /// <param name="process">The command line.</param>
    /// <param name="atMost">How long; null for what is enough for any but the longest.</param>
    public static async Task<CliResult> FinishAsync(Process process, TimeSpan? atMost = null)
    {
        var limit = atMost ?? Patience;
        using var patience = new CancellationTokenSource(limit);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new CliResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {limit}.");
        }
    }

    /// <summary>The data of the document that a service prints when it listens.</summary>
    public static async Task<JsonElement> StartedAsync(Process process)
    {
        var text = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            text.AppendLine(line);
            if (line == "}")
            {
                return JsonDocument.Parse(text.ToString()).RootElement.GetProperty("data");
            }
        }

        throw new InvalidOperationException($"It ended: {text}{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>What Ctrl-C sends.</summary>
    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}

/// <summary>How a run ended.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public JsonElement FirstError => Json.GetProperty("errors")[0];

    /// <summary>The whole run as a reader of a terminal sees it, for a snapshot.</summary>
    public string Transcript(string line) => $"$ sending-cli {line}\n{Out}{(Error.Length > 0 ? "--- standard error\n" + Error : "")}--- exit code {ExitCode}\n";

    public CliResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}.\n{Out}\n{Error}");
        return this;
    }
}
