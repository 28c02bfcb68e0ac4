using Sending.Chain.Configuration;
using Sending.Chain.Rpc;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Config;

/// <summary>Shows every setting with the place that it comes from.</summary>
internal sealed class ConfigShowCommand() : CliCommand("show", "Show every setting and where it comes from")
{
    public override IReadOnlyList<string> Examples => ["config show", "config show --json"];

    public override Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = invocation.Settings;
        Value[] Row(string name, Setting setting) =>
            [Value.Of(name), setting.Value is { } value ? Value.Of(value) : Value.None, Value.Of(setting.Source)];

        var report = new Report("Settings; the first place that says something wins: flag, environment, project file, user file, default.")
            .Add(new Table(
                "settings",
                [new("name", "Setting"), new("value", "Value"), new("source", "From")],
                [
                    Row("network", settings.Network),
                    Row("rpcUrl", settings.RpcUrl with { Value = settings.RpcUrl.Value is { } urls ? RpcUrls.Mask(urls) : null }),
                    Row("account", settings.Account),
                    Row("passwordFile", settings.PasswordFile),
                    Row("devnetFolder", settings.DevnetPath),
                    Row("rpcTimeout", settings.RpcTimeout),
                ],
                ""))
            .Add("projectFile", "Project file", Value.Of(Settings.ProjectFileName + " (in the working folder or above)"))
            .Add("userFile", "User file", Value.Of(settings.Folders.UserFile))
            .Add("keystores", "Keystores", Value.Of(settings.Folders.Keystores));
        return Task.FromResult(report);
    }
}
