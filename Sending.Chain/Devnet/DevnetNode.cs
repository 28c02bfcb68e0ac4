using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Toolchain;

namespace Sending.Chain.Devnet;

/// <summary>Starts the Hardhat node of a devnet, and knows it from anybody else's by what it writes to its own log.</summary>
internal sealed partial class DevnetNode(DevnetFolder folder, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Starts the process; it does not listen yet.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.PortInUse"/> or <see cref="ErrorCode.DevnetFailed"/>.</exception>
    public async Task<DetachedProcess> StartAsync(NodeToolchain tools, int port, CancellationToken cancellationToken)
    {
        if (port != 0 && !IsFree(port))
        {
            throw PortInUse(port);
        }

        string[] command = [tools.Node, tools.Hardhat, "node", "--hostname", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture)];
        return await DetachedProcess.StartAsync(tools, folder.LogFile, command, new Dictionary<string, string>(), cancellationToken);
    }

    /// <summary>Waits until the process says where it listens.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.PortInUse"/> or <see cref="ErrorCode.DevnetFailed"/> with the end of its log.</exception>
    public async Task<Uri> WaitUntilListeningAsync(DetachedProcess process, int port, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            // In this order, so that the last words of a process that has ended are read.
            var alive = process.IsAlive();
            var log = await ReadSharedAsync(folder.LogFile, cancellationToken);
            if (StartedLine().Match(log) is { Success: true } line)
            {
                return new Uri(line.Groups["url"].Value);
            }

            if (!alive)
            {
                throw log.Contains("EADDRINUSE", StringComparison.Ordinal)
                    ? PortInUse(port)
                    : new SendingException(ErrorCode.DevnetFailed, "The devnet's node ended while it started:\n" + Tail(log));
            }

            if (time.GetElapsedTime(started) > Patience)
            {
                throw new SendingException(
                    ErrorCode.DevnetFailed,
                    $"The devnet's node does not listen after {Duration.Format(Patience)}:\n" + Tail(log));
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The text of a file that somebody else is writing; empty when there is none.</summary>
    public static async Task<string> ReadSharedAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }

    /// <summary>The last lines of a log.</summary>
    public static async Task<string> ReadTailAsync(string path, CancellationToken cancellationToken) => Tail(await ReadSharedAsync(path, cancellationToken));

    private static string Tail(string log)
        => string.Join('\n', log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(15));

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static SendingException PortInUse(int port)
        => new(
            ErrorCode.PortInUse,
            $"Port {port} on 127.0.0.1 is in use by another program. Choose another: `sending-cli devnet up --port <number>`, or 0 for any free one.",
            new Dictionary<string, string> { ["port"] = port.ToString(CultureInfo.InvariantCulture) });

    [GeneratedRegex(@"JSON-RPC server at (?<url>http://127\.0\.0\.1:\d+)/")]
    private static partial Regex StartedLine();
}
