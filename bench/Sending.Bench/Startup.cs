using System.Diagnostics;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>How long <c>sending-cli --help</c> takes as a whole process, against the least that such a program can take.</summary>
internal static class Startup
{
    private const int Rounds = 21;

    public static async Task MeasureAsync(string root, CancellationToken cancellationToken)
    {
        var trivial = Program(root, "bench/Sending.Trivial", "Sending.Trivial.dll");
        var cli = Program(root, "Sending.Cli", "sending-cli.dll");
        List<double> trivialTimes = [], cliTimes = [];
        for (var round = 0; round < Rounds; round++)
        {
            trivialTimes.Add(await TimeAsync(trivial, cancellationToken));
            cliTimes.Add(await TimeAsync(cli, cancellationToken));
        }

        Console.WriteLine($"trivial --help      {Summary.Of(trivialTimes)} ms");
        Console.WriteLine($"sending-cli --help  {Summary.Of(cliTimes)} ms, {Summary.Median(cliTimes) / Summary.Median(trivialTimes):F2} x the trivial program");
    }

    /// <summary>A program that was built with this one, in its configuration.</summary>
    public static string Program(string root, string project, string file) =>
        Path.Combine(root, project, "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/', '\\'))!), "net10.0", file);

    private static async Task<double> TimeAsync(string program, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await ChildProcess.RunAsync(new ProcessStartInfo("dotnet", [program, "--help"]), cancellationToken);
        return result.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException(result.Tail());
    }
}
