using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Sending.Chain.Errors;
using Sending.Toolchain;

namespace Sending.Chain.Devnet;

/// <summary>A process in a session of its own: neither Ctrl-C nor the end of the terminal reaches it. Known by number and birth.</summary>
/// <param name="Id">Process number; another process gets it some day.</param>
/// <param name="Birth">Tells it from every other that has had the number, see <see cref="FindBirth"/>.</param>
internal sealed record DetachedProcess(int Id, string Birth)
{
    /// <summary>Fields of /proc/&lt;id&gt;/stat, counted from the one after the name: proc(5) numbers them 3 and 22.</summary>
    private const int LinuxState = 0;
    private const int LinuxStartTime = 19;

    /// <summary>
    /// .NET can neither open a session nor hand a file to a child as its output, Node can do both, on every system; and Node is there.
    /// The first argument is the log, the rest is the command.
    /// </summary>
    private const string Launcher = """
        const { spawn } = require("node:child_process");
        const [log, ...command] = process.argv.slice(1);
        const output = require("node:fs").openSync(log, "w", 0o600);
        const [file, ...rest] = command;
        const child = spawn(file, rest, { detached: true, stdio: ["ignore", output, output], windowsHide: true });
        child.on("spawn", () => { console.log(child.pid); child.unref(); });
        child.on("error", (error) => { console.error(String(error)); process.exitCode = 1; });
        """;

    /// <summary>Starts a program whose output goes to <paramref name="logFile"/>.</summary>
    /// <param name="tools">Where Node is.</param>
    /// <param name="logFile">The log; what it held is gone.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables that it gets besides this process's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.DevnetFailed"/>.</exception>
    public static async Task<DetachedProcess> StartAsync(
        NodeToolchain tools,
        string logFile,
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken)
    {
        var start = tools.Command(["-e", Launcher, logFile, .. command]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var result = await ChildProcess.RunAsync(start, cancellationToken);
        return result.ExitCode == 0 && int.TryParse(result.Output.Trim(), CultureInfo.InvariantCulture, out var id)
            ? new DetachedProcess(id, FindBirth(id) ?? "ended at once")
            : throw new SendingException(ErrorCode.DevnetFailed, $"{command[0]} cannot be started: {result.Tail(5)}");
    }

    /// <summary>Whether this very process still runs.</summary>
    public bool IsAlive() => FindBirth(Id) == Birth;

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
                throw new SendingException(ErrorCode.DevnetFailed, $"Process {Id} of the devnet does not end.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), time, cancellationToken);
        }
    }

    /// <summary>
    /// When the process with that number started, in the system's own terms; null when there is none, or when it has ended and only waits
    /// for somebody to ask for its exit code (in containers that may be for ever). On Linux that is clock ticks since a certain boot:
    /// times of day are derived from them there, and move when the clock is set.
    /// </summary>
    internal static string? FindBirth(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
                var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
                return fields[LinuxState] is "Z" or "X" ? null : $"{BootId()}/{fields[LinuxStartTime]}";
            }

            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            return null;
        }
    }

    /// <summary>Some containers hide it; the start time alone must do there.</summary>
    private static string BootId()
    {
        const string File = "/proc/sys/kernel/random/boot_id";
        return System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).Trim() : "";
    }
}
