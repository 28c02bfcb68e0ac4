using System.CommandLine;
using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Services;

/// <summary>Runs a service in the foreground, as its own program does; each of its settings is an option.</summary>
internal abstract class ServiceCommand : CliCommand
{
    private readonly string _kind;
    private readonly int _defaultPort;

    protected ServiceCommand(string kind, int defaultPort, string description, IEnumerable<SettingName> own)
        : base("run", description)
    {
        (_kind, _defaultPort) = (kind, defaultPort);
        foreach (var name in SettingNames.OfServices.Concat(own))
        {
            Add(name.IsSwitch
                ? new Option<bool>(name.Flag) { Description = name.Description }
                : new Option<string>(name.Flag) { HelpName = name.Value, Description = name.Description });
        }
    }

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var options = ServiceOptions.Of(_kind, _defaultPort, invocation.Settings);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: the {_kind} would run with these settings.\n{options}").Add("dryRun", null, Value.Of(true)).Add("settings", null, Value.Of(options.ToString()));
        }

        await RunAsync(
            options,
            invocation.Terminal,
            address => Printer.Print(
                new Report($"The {_kind} runs at {address.Public!.AbsoluteUri.TrimEnd('/')}. Ctrl-C ends it.").Add("url", "URL", Value.Of(address.Public.AbsoluteUri.TrimEnd('/'))),
                invocation.Json,
                invocation.Terminal),
            cancellationToken).ConfigureAwait(false);
        invocation.Progress.Say("Ended.");
        return new Report("") { Silent = true, Exit = ExitCode.Interrupted };
    }

    /// <summary>Runs it until it is cancelled.</summary>
    protected abstract Task RunAsync(ServiceOptions options, Terminal terminal, Action<ServiceAddress> started, CancellationToken cancellationToken);
}
