using System.Diagnostics;

namespace Sending.Toolchain;

/// <summary>What a finished program printed and returned.</summary>
/// <param name="ExitCode">The program's exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record ChildResult(int ExitCode, string Output, string Error)
{
    /// <summary>The last lines of both streams, for an error message.</summary>
    public string Tail(int lines = 30) =>
        string.Join('\n', (Output + "\n" + Error).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(lines));
}

/// <summary>Runs a program to its end without a console of its own; a cancelled one is killed with its children.</summary>
public static class ChildProcess
{
    /// <summary>Runs <paramref name="start"/> and collects both streams.</summary>
    /// <exception cref="ToolchainException">The program cannot be started.</exception>
    public static async Task<ChildResult> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        start.UseShellExecute = false;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new ToolchainException($"{start.FileName} cannot be started: {error.Message}", error);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new ChildResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
