using System.Runtime.InteropServices;
using Sending.Chain.Configuration;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Http.Hosting;

/// <summary>The program of a service: reads flags, runs until Ctrl-C or SIGTERM, tells on standard error what went wrong.</summary>
public static class ServiceProgram
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs it.</summary>
    /// <param name="name">The program's name, for help.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="own">Settings that only this service takes.</param>
    /// <param name="runAsync">Runs the service until it is cancelled.</param>
    /// <returns>0 when it was told to end, 1 when it failed, 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(string name, IReadOnlyList<string> arguments, IReadOnlyList<SettingName> own, Func<Settings, CancellationToken, Task> runAsync)
    {
        IReadOnlyList<SettingName> names = [.. SettingNames.OfCommands, .. SettingNames.OfServices, .. own];
        if (arguments.Any(argument => argument is "--help" or "-h"))
        {
            await WriteHelpAsync(name, names);
            return Done;
        }

        using var interruption = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        try
        {
            var flags = Read(arguments, names);
            await runAsync(Settings.Load(Surroundings.OfProcess(), flags.GetValueOrDefault), interruption.Token);
            return Done;
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return Done;
        }
        catch (Exception error) when (NodeFailure.Translate(error) is { } known)
        {
            await Console.Error.WriteLineAsync($"Error: {known.Message}");
            return known.Code is ErrorCode.InvalidInput or ErrorCode.SettingsMalformed ? WrongUsage : Failed;
        }

        void End(PosixSignalContext signal)
        {
            // The second one is meant: leave it to the runtime, which ends the process.
            signal.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
        }
    }

    /// <summary>Reads <c>--flag value</c>, <c>--flag=value</c> and switches.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    internal static IReadOnlyDictionary<SettingName, string> Read(IReadOnlyList<string> arguments, IReadOnlyList<SettingName> names)
    {
        var flags = new Dictionary<SettingName, string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (flag, given) = arguments[i].Split('=', 2) is [var left, var right] ? (left, right) : (arguments[i], null);
            var name = names.FirstOrDefault(known => known.Flag == flag) ?? throw Wrong($"'{flag}' is no option; see --help.");
            flags[name] = name.IsSwitch ? given ?? "true"
                : given ?? (i + 1 < arguments.Count ? arguments[++i] : throw Wrong($"{flag} lacks its value <{name.Value}>."));
        }

        return flags;
    }

    private static async Task WriteHelpAsync(string name, IReadOnlyList<SettingName> names)
    {
        await Console.Out.WriteLineAsync($"Usage: {name} [options]\n\nEach option can also be a variable ({SettingNames.RpcUrl.Flag}: {SettingNames.RpcUrl.Variable}) or stand in {Settings.ProjectFileName} (\"{SettingNames.RpcUrl.Key}\").\n");
        foreach (var option in names)
        {
            await Console.Out.WriteLineAsync($"  {option.Flag + (option.IsSwitch ? "" : $" <{option.Value}>"),-42} {option.Description}");
        }
    }

    private static SendingException Wrong(string message) => new(ErrorCode.InvalidInput, message);
}
