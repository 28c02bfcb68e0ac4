using Sending.Chain.Devnet;
using Sending.Toolchain;

namespace Sending.Chain.Configuration;

/// <summary>Where things lie, by the XDG base directory specification.</summary>
/// <param name="UserFile">The user's settings.</param>
/// <param name="Keystores">The user's accounts.</param>
/// <param name="Outboxes">The transactions that were sent, a file for each network.</param>
/// <param name="Messages">What was sent, received and signed at Edges, a file for each network.</param>
/// <param name="Services">What services keep, a folder for each.</param>
/// <param name="Deployments">The deployment files of known networks.</param>
/// <param name="Devnet">Where a devnet lives unless told otherwise.</param>
/// <param name="Cache">What can be had again.</param>
public sealed record Folders(string UserFile, string Keystores, string Outboxes, string Messages, string Services, string Deployments, string Devnet, string Cache)
{
    /// <summary>Where they lie for who runs in these surroundings.</summary>
    public static Folders Of(Surroundings surroundings)
    {
        var home = surroundings.Variable("HOME") ?? surroundings.Variable("USERPROFILE") ?? surroundings.WorkingDirectory;
        var configuration = surroundings.Variable("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config");
        var data = surroundings.Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share");
        var cache = surroundings.Variable("XDG_CACHE_HOME") ?? Path.Combine(home, ".cache");
        var root = Root(surroundings);
        return new Folders(
            Path.Combine(configuration, "sending", "config.json"),
            Path.Combine(data, "sending", "keystores"),
            Path.Combine(data, "sending", "outbox"),
            Path.Combine(data, "sending", "messages"),
            Path.Combine(data, "sending", "services"),
            Path.Combine(root, "deployments"),
            Path.Combine(root, DevnetFolder.DefaultName),
            Path.Combine(cache, "sending"));
    }

    private static string Root(Surroundings surroundings)
    {
        try
        {
            return Repository.Find();
        }
        catch (ToolchainException)
        {
            return surroundings.WorkingDirectory;
        }
    }
}
