using System.Globalization;
using Sending.Chain.Devnet;
using Sending.Chain.Errors;
using Sending.Cli.Output;
using Sending.Toolchain;

namespace Sending.Cli.Commands.Demo;

/// <summary>The demo's own devnet, apart from any other, and the terminal of the commands that run on it.</summary>
internal sealed class DemoDevnet
{
    public const string FolderVariable = "SENDING_DEVNET_FOLDER";

    private readonly Invocation _invocation;
    private readonly Terminal _terminal;
    private readonly long _started;
    private DemoCast _cast = DemoCast.Plain;

    // Set here, so that no setting of the user's makes a command do something else than its line says.
    private readonly Dictionary<string, string> _settings;

    public DemoDevnet(Invocation invocation)
    {
        _invocation = invocation;
        _started = invocation.Terminal.Clock.GetTimestamp();
        var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        Folder = new DevnetFolder(Path.Combine(invocation.Settings.Folders.Devnet, "demo-" + id));
        _settings = new Dictionary<string, string>
        {
            [FolderVariable] = Folder.Path,
            ["SENDING_NETWORK"] = "devnet",
            ["SENDING_ACCOUNT"] = "alice",
            ["SENDING_PASSWORD_FILE"] = Folder.PasswordFile,
        };
        _terminal = invocation.Terminal with
        {
            Interactive = false,
            Variable = name => _settings.GetValueOrDefault(name) ?? invocation.Terminal.Variable(name),
        };
    }

    public DevnetFolder Folder { get; }

    public TimeSpan Elapsed => _invocation.Terminal.Clock.GetElapsedTime(_started);

    /// <summary>Says that the devnet starts, and starts it; what that takes is shown while it takes it.</summary>
    public async Task<DemoStep> UpAsync(string why, string command, CancellationToken cancellationToken)
    {
        var step = await RunAsync(why, command, _terminal, cancellationToken).ConfigureAwait(false);
        _settings["SENDING_RPC_URL"] = step.Report!["rpcUrl"]!.Text;
        _cast = await DemoCast.OfAsync(Folder, cancellationToken).ConfigureAwait(false);
        return step;
    }

    /// <summary>Says a command, runs it as the user would, and prints what it prints.</summary>
    /// <exception cref="CliException">It failed; the demo ends.</exception>
    public Task<DemoStep> RunAsync(string why, string command, CancellationToken cancellationToken) =>
        RunAsync(why, command, _terminal with { Error = TextWriter.Null }, cancellationToken);

    /// <summary>Takes the devnet down, however far it came.</summary>
    public async Task DownAsync()
    {
        try
        {
            await new LocalDevnet(Folder, Repository.Find(), _terminal.Clock).DownAsync(_invocation.Progress, CancellationToken.None).ConfigureAwait(false);
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
    public void Say(string text) => (_invocation.Json ? _invocation.Terminal.Error : _invocation.Terminal.Out).WriteLine(text);

    private async Task<DemoStep> RunAsync(string why, string command, Terminal terminal, CancellationToken cancellationToken)
    {
        (why, command) = (_cast.Fill(why), _cast.Fill(command));
        Say($"\n# {why}\n$ sending-cli {command}");
        var report = await CommandLine.ReportAsync(command.Split(' '), terminal, cancellationToken).ConfigureAwait(false);
        Say(HumanText.Success(report, _terminal.Colours, withNext: false));
        return new DemoStep(command, why, report);
    }
}
