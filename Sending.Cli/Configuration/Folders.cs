using Sending.Chain.Devnet;
using Sending.Toolchain;

namespace Sending.Cli.Configuration;

/// <summary>Where things lie, by the XDG base directory specification.</summary>
/// <param name="UserFile">The user's settings.</param>
/// <param name="Keystores">The user's accounts.</param>
/// <param name="Outboxes">The transactions that were sent, a file for each network.</param>
/// <param name="Deployments">The deployment files of known networks.</param>
/// <param name="Devnet">Where a devnet lives unless told otherwise.</param>
/// <param name="Cache">What can be had again.</param>
internal sealed record Folders(string UserFile, string Keystores, string Outboxes, string Deployments, string Devnet, string Cache)
{
    public static Folders Of(Terminal terminal)
    {
        var home = terminal.Variable("HOME") ?? terminal.Variable("USERPROFILE") ?? terminal.WorkingDirectory;
        var configuration = terminal.Variable("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config");
        var data = terminal.Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share");
        var cache = terminal.Variable("XDG_CACHE_HOME") ?? Path.Combine(home, ".cache");
        var root = Root(terminal);
        return new Folders(
            Path.Combine(configuration, "sending", "config.json"),
            Path.Combine(data, "sending", "keystores"),
            Path.Combine(data, "sending", "outbox"),
            Path.Combine(root, "deployments"),
            Path.Combine(root, DevnetFolder.DefaultName),
            Path.Combine(cache, "sending"));
    }

    private static string Root(Terminal terminal)
    {
        try
        {
            return Repository.Find();
        }
        catch (ToolchainException)
        {
            return terminal.WorkingDirectory;
        }
    }
}
