using System.Globalization;
using System.Text.RegularExpressions;
using Sending.Chain.Amounts;
using Sending.Chain.Devnet;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Toolchain;

namespace Sending.Cli.Commands.Demo;

/// <summary>The demo's own devnet, apart from any other, and the terminal of the commands that run on it.</summary>
internal sealed partial class DemoDevnet
{
    private const string Advancing = "devnet advance ";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly Invocation _invocation;
    private readonly Terminal _terminal;
    private readonly long _started;
    private readonly bool _realTime;
    private DemoCast _cast = DemoCast.Plain;

    // Set here, so that no setting of the user's makes a command do something else than its line says.
    private readonly Dictionary<string, string> _settings;

    /// <param name="invocation">Of the demo.</param>
    /// <param name="realTime">Whether windows are waited for.</param>
    public DemoDevnet(Invocation invocation, bool realTime)
    {
        (_invocation, _realTime) = (invocation, realTime);
        _started = invocation.Terminal.Clock.GetTimestamp();
        var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        Folder = new DevnetFolder(Path.Combine(invocation.Settings.Folders.Devnet, "demo-" + id));
        _settings = new Dictionary<string, string>
        {
            [DevnetFolder.Variable] = Folder.Path,
            ["SENDING_NETWORK"] = "devnet",
            ["SENDING_ACCOUNT"] = "alice",
            ["SENDING_PASSWORD_FILE"] = Folder.PasswordFile,
        };
        _terminal = invocation.Terminal with
        {
            Interactive = false,
            Out = invocation.Json ? invocation.Terminal.Error : invocation.Terminal.Out,
            Variable = name => _settings.GetValueOrDefault(name) ?? invocation.Terminal.Variable(name),
        };
    }

    public DevnetFolder Folder { get; }

    private LocalDevnet Devnet => new(Folder, Repository.Find(), _terminal.Clock);

    public TimeSpan Elapsed => _invocation.Terminal.Clock.GetElapsedTime(_started);

    /// <summary>Says that the devnet starts, and starts it; what that takes is shown while it takes it.</summary>
    public async Task<DemoStep> UpAsync(DemoAct act, CancellationToken cancellationToken)
    {
        Say($"\n# {act.Why}\n$ sending-cli {act.Command}");
        var step = await RunAsync(act.Why, act.Command, _terminal, cancellationToken).ConfigureAwait(false);
        _settings["SENDING_RPC_URL"] = step.Report!["rpcUrl"]!.Text;
        _cast = await DemoCast.OfAsync(Folder, cancellationToken).ConfigureAwait(false);
        return step;
    }

    /// <summary>Says a command, runs it as the user would, and prints what it prints.</summary>
    /// <exception cref="CliException">It failed; the demo ends.</exception>
    public async Task<IReadOnlyList<DemoStep>> RunAsync(DemoAct act, CancellationToken cancellationToken)
    {
        var terminal = _terminal with { Error = TextWriter.Null };
        var epoch = await LastEpochAsync(cancellationToken).ConfigureAwait(false);
        var (why, command, meanwhile) = (Fill(act.Why), Fill(act.Command), act.Meanwhile is { } other ? Fill(other) : null);
        if (_realTime && command.StartsWith(Advancing, StringComparison.Ordinal))
        {
            command = command.Replace(" --wait 2m", "", StringComparison.Ordinal);
            Say($"\n# {why}\n# (waiting; instead of: sending-cli {command})");
            await WaitAsync(command[Advancing.Length..].Trim(), cancellationToken).ConfigureAwait(false);
            return [];
        }

        Say($"\n# {why}");
        if (meanwhile is null)
        {
            Say($"$ sending-cli {command}");
            return [await RunAsync(why, command, terminal, cancellationToken).ConfigureAwait(false)];
        }

        Say($"$ sending-cli {meanwhile} &\n$ sending-cli {command}");
        var heard = new StringWriter();
        var listening = RunAsync(why, meanwhile, terminal with { Out = heard }, cancellationToken);
        var said = await RunAsync(why, command, terminal, cancellationToken).ConfigureAwait(false);
        var listened = await listening.ConfigureAwait(false);
        Say(heard.ToString().TrimEnd());
        return [listened, said];

        string Fill(string text) => _cast.Fill(text.Replace("{epoch}", epoch.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>A report as people read it.</summary>
    public string Text(Report report) => HumanText.Success(report, _terminal.Colours, withNext: false);

    /// <summary>Takes the devnet down, however far it came.</summary>
    public async Task DownAsync()
    {
        try
        {
            await Devnet.DownAsync(_invocation.Progress, CancellationToken.None).ConfigureAwait(false);
            Say("\n# Everything is taken down again\n$ sending-cli devnet down\nThe devnet is down.\n");
        }
        catch (SendingException exception) when (exception.Code == ErrorCode.DevnetNotRunning)
        {
            // It never came up, and has cleaned up after itself.
        }

        if (Directory.Exists(Folder.Path))
        {
            Directory.Delete(Folder.Path, recursive: true);
        }
    }

    /// <summary>The story goes to standard output, unless that is for the JSON document.</summary>
    public void Say(string text) => _terminal.Out.WriteLine(text);

    /// <summary>The words that a shell would make of a command: separated by blanks, kept together by double quotes.</summary>
    private static string[] Words(string command) => [.. Word().Matches(command).Select(word => word.Value.Trim('"'))];

    private async Task<DemoStep> RunAsync(string why, string command, Terminal terminal, CancellationToken cancellationToken)
    {
        var report = await CommandLine.ReportAsync(Words(command), terminal, cancellationToken).ConfigureAwait(false);
        if (report.Exit != ExitCode.Done)
        {
            throw new CliException(report.Exit, "demo_failed", $"This command of the demo failed: sending-cli {command}");
        }

        if (!report.Silent)
        {
            Say(Text(report));
        }

        return new DemoStep(command, why, report);
    }

    /// <summary>The epoch that ended last; 0 before one has.</summary>
    private async Task<long> LastEpochAsync(CancellationToken cancellationToken)
    {
        using var connection = await Devnet.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken).ConfigureAwait(false);
        return Math.Max(0, clock.EpochAt((await connection.GetHeadAsync(cancellationToken).ConfigureAwait(false)).Time) - 1);
    }

    /// <summary>Waits until the chain's clock is there by itself.</summary>
    private async Task WaitAsync(string target, CancellationToken cancellationToken)
    {
        using var connection = await Devnet.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken).ConfigureAwait(false);
        var wanted = target.StartsWith("--to ", StringComparison.Ordinal) ? ClockTarget.Parse(target["--to ".Length..]) : ClockTarget.After(Duration.Parse(target));
        var head = await connection.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        for (var moment = wanted.Resolve(clock, head.Time); head.Time < moment; head = await connection.GetHeadAsync(cancellationToken).ConfigureAwait(false))
        {
            await Task.Delay(s_pause, _terminal.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    [GeneratedRegex("\"[^\"]*\"|[^ \"]+")]
    private static partial Regex Word();
}
