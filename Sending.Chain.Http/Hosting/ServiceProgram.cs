using System.Runtime.InteropServices;
using Sending.Chain.Configuration;
using Sending.Chain.Errors;

namespace Sending.Chain.Http.Hosting;

/// <summary>A service as a program of its own: its settings as flags, signals that end it in order, and the reason on standard error when it cannot run.</summary>
public static class ServiceProgram
{
    private const int Failed = 1;
    private const int WrongUsage = 2;
    private const int Interrupted = 130;

    /// <summary>Runs a service until it is told to end.</summary>
    /// <param name="kind">What service it is, such as <c>edge</c>.</param>
    /// <param name="defaultPort">Where it listens when the operator says nothing.</param>
    /// <param name="own">Settings that other services do not have.</param>
    /// <param name="arguments">The command line: <c>--name value</c>, or the name alone for a switch.</param>
    /// <param name="run">The service.</param>
    /// <returns>The exit code: 130 when it was told to end, 1 when it failed, 2 when the command line or a setting is wrong.</returns>
    public static async Task<int> RunAsync(string kind, int defaultPort, IEnumerable<SettingName> own, IReadOnlyList<string> arguments, Func<ServiceOptions, CancellationToken, Task> run)
    {
        using var interruption = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        SettingName[] names = [.. SettingNames.OfCommands, .. SettingNames.OfServices, .. own];
        if (arguments is ["--help" or "-h"])
        {
            await Console.Out.WriteLineAsync(Help(kind, names));
            return 0;
        }

        try
        {
            var flags = Parse(arguments, names);
            var settings = Settings.Load(Surroundings.OfProcess(), flags.GetValueOrDefault);
            await run(ServiceOptions.Of(kind, defaultPort, settings), interruption.Token);
            return interruption.IsCancellationRequested ? Interrupted : 0;
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (SendingException error)
        {
            await Console.Error.WriteLineAsync($"Error: {error.Message}");
            return error.Code is ErrorCode.InvalidInput or ErrorCode.SettingsMalformed or ErrorCode.DeploymentNotFound or ErrorCode.DeploymentInvalid ? WrongUsage : Failed;
        }

        void Interrupt(PosixSignalContext signal)
        {
            // The second one is meant: leave it to the runtime, which ends the process.
            signal.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
        }
    }

    /// <summary>Reads the flags of a command line.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: one is unknown, comes twice or lacks its value.</exception>
    internal static Dictionary<SettingName, string?> Parse(IReadOnlyList<string> arguments, IReadOnlyList<SettingName> names)
    {
        var flags = new Dictionary<SettingName, string?>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            var name = names.FirstOrDefault(each => each.Flag == parts[0]) ?? throw Wrong($"'{arguments[i]}' is no flag. There are: {string.Join(", ", names.Select(each => each.Flag))}.");
            var value = parts.Length > 1 ? parts[1]
                : name.IsSwitch ? "true"
                : ++i < arguments.Count ? arguments[i]
                : throw Wrong($"{name.Flag} lacks its value, {name.Value}.");
            if (!flags.TryAdd(name, value))
            {
                throw Wrong($"{name.Flag} is given twice.");
            }
        }

        return flags;
    }

    private static string Help(string kind, IEnumerable<SettingName> names)
        => $"Runs {(kind[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a")} {kind} until Ctrl-C. Each setting can be a flag, an environment variable, or a line of {Settings.ProjectFileName}.\n\n"
            + string.Join('\n', names.Select(name => $"  {name.Flag} {name.Value}\n      {name.Description} ({name.Variable})"));

    private static SendingException Wrong(string message) => new(ErrorCode.InvalidInput, message);
}
