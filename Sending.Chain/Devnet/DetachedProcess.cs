using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Sending.Chain.Errors;
using Sending.Toolchain;

namespace Sending.Chain.Devnet;

/// <summary>A process in a session of its own: neither Ctrl-C nor the end of the terminal reaches it. Known by number and start time.</summary>
/// <param name="Id">Process number.</param>
/// <param name="Started">When it started.</param>
internal sealed record DetachedProcess(int Id, DateTimeOffset Started)
{
    /// <summary>Systems derive start times from clock ticks and the boot time, which moves a little.</summary>
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    /// <summary>
    /// .NET can neither open a session nor hand a file to a child as its output, Node can do both, on every system; and Node is there.
    /// The first argument is the log, the rest is the command.
    /// </summary>
    private const string Launcher = """
        const { spawn } = require("node:child_process");
        const [log, ...command] = process.argv.slice(1);
        const output = require("node:fs").openSync(log, "w", 0o600);
        const child = spawn(process.execPath, command, { detached: true, stdio: ["ignore", output, output], windowsHide: true });
        child.on("spawn", () => { console.log(child.pid); child.unref(); });
        child.on("error", (error) => { console.error(String(error)); process.exitCode = 1; });
        """;

    /// <summary>Starts a Node program whose output goes to <paramref name="logFile"/>.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.DevnetFailed"/>.</exception>
    public static async Task<DetachedProcess> StartAsync(
        NodeToolchain tools,
        string logFile,
        IEnumerable<string> command,
        CancellationToken cancellationToken)
    {
        var result = await tools.RunAsync(["-e", Launcher, logFile, .. command], cancellationToken);
        return result.ExitCode == 0 && int.TryParse(result.Output.Trim(), CultureInfo.InvariantCulture, out var id)
            ? new DetachedProcess(id, StartTime(id) ?? DateTimeOffset.UnixEpoch)
            : throw new SendingException(ErrorCode.DevnetFailed, $"The devnet's node cannot be started: {result.Tail(5)}");
    }

    /// <summary>Whether this very process still runs.</summary>
    public bool IsAlive() => StartTime(Id) is { } started && (started - Started).Duration() <= StartTolerance;

    /// <summary>Ends it, and waits until it has ended. Does nothing when it does not run any more, or its number is somebody else's.</summary>
    public async Task KillAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (!IsAlive())
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(Id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself just now; if not, the loop below would show it.
        }

        for (var attempt = 0; IsAlive(); attempt++)
        {
            if (attempt == 200)
            {
                throw new SendingException(ErrorCode.DevnetFailed, $"The devnet's node (process {Id}) does not end.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), time, cancellationToken);
        }
    }

    private static DateTimeOffset? StartTime(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return IsZombie(id) ? null : new DateTimeOffset(process.StartTime.ToUniversalTime());
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>An ended process that nobody has waited for keeps its number; in containers that may be for ever.</summary>
    private static bool IsZombie(int id)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return status[(status.LastIndexOf(')') + 2)..][0] is 'Z' or 'X';
        }
        catch (IOException)
        {
            return true;
        }
    }
}
