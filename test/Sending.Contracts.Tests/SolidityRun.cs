using System.Text.Json;
using Sending.Toolchain;

namespace Sending.Contracts.Tests;

/// <summary>What one Solidity test came to.</summary>
public sealed record SolidityResult(string Suite, string Source, string Test, bool Passed, int Milliseconds, string Detail, IReadOnlyList<string> Logs)
{
    public override string ToString() => $"{Suite}.{Test}";
}

/// <summary>The one run of all Solidity suites in this test session.</summary>
public static class SolidityRun
{
    private static readonly Lazy<Task<IReadOnlyList<SolidityResult>>> Once = new(RunAsync);

    public static Task<IReadOnlyList<SolidityResult>> ResultsAsync() => Once.Value;

    private static async Task<IReadOnlyList<SolidityResult>> RunAsync()
    {
        var toolchain = await Tools.EnsureAsync();
        var file = Path.GetTempFileName();
        try
        {
            var script = Path.Combine(toolchain.Root, "test", "support", "solidity-tests.mjs");
            var run = await toolchain.RunAsync([script, file], CancellationToken.None);
            var json = await File.ReadAllTextAsync(file);
            return json.Length > 0
                ? JsonSerializer.Deserialize<List<SolidityResult>>(json, JsonSerializerOptions.Web)!
                : throw new ToolchainException($"The Solidity suites did not run (exit code {run.ExitCode}):\n{run.Tail(80)}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
