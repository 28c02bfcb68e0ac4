using Sending.Chain.Deployments;
using Sending.Chain.Devnet;

namespace Sending.Cli.Configuration;

/// <summary>
/// What the user configured, each value with where it came from.
/// The first that says something wins: flag, environment, project file, user file, default.
/// </summary>
internal sealed record Settings
{
    /// <summary>Name of the file that a project keeps its settings in, looked for from the working directory upwards.</summary>
    public const string ProjectFileName = "sending.json";

    public required Setting Network { get; init; }

    /// <summary>One URL or several with commas between them; null: the deployment file's.</summary>
    public required Setting RpcUrl { get; init; }

    /// <summary>Null: alice on a devnet, else the only account there is.</summary>
    public required Setting Account { get; init; }

    /// <summary>Null: a devnet account's own, else the user is asked.</summary>
    public required Setting PasswordFile { get; init; }

    /// <summary>Folder of the devnet's instance.</summary>
    public required Setting DevnetPath { get; init; }

    /// <summary>Longest wait for one answer of the node, such as 30s; null: the library's.</summary>
    public required Setting RpcTimeout { get; init; }

    public required Folders Folders { get; init; }

    /// <summary>What paths on the command line are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether the network is the local one, whose accounts and passwords lie beside it.</summary>
    public bool UsesDevnet => Network.Value == NetworkCatalog.Devnet;

    /// <summary>The devnet's files.</summary>
    public DevnetFolder Devnet => new(Path.GetFullPath(DevnetPath.Value!, WorkingDirectory));

    /// <exception cref="CliException">A settings file is malformed.</exception>
    public static Settings Load(Terminal terminal, SettingsFlags flags)
    {
        var folders = Folders.Of(terminal);
        var project = SettingsFile.ReadNearest(terminal.WorkingDirectory, ProjectFileName);
        var user = SettingsFile.Read(folders.UserFile);

        Setting Choose(string? flag, string key, string variable, string? fallback)
        {
            if (flag is not null)
            {
                return new Setting(flag, "flag");
            }

            if (terminal.Variable(variable) is { } fromEnvironment)
            {
                return new Setting(fromEnvironment, $"environment ({variable})");
            }

            foreach (var file in new[] { project, user })
            {
                if (file?.Value(key) is { } fromFile)
                {
                    return new Setting(fromFile, file.Path);
                }
            }

            return new Setting(fallback, "default");
        }

        return new Settings
        {
            Network = Choose(flags.Network, "network", "SENDING_NETWORK", NetworkCatalog.Devnet),
            RpcUrl = Choose(flags.RpcUrl, "rpcUrl", "SENDING_RPC_URL", null),
            Account = Choose(flags.Account, "account", "SENDING_ACCOUNT", null),
            PasswordFile = Choose(flags.PasswordFile, "passwordFile", "SENDING_PASSWORD_FILE", null),
            DevnetPath = Choose(null, "devnetFolder", "SENDING_DEVNET_FOLDER", folders.Devnet),
            RpcTimeout = Choose(null, "rpcTimeout", "SENDING_RPC_TIMEOUT", null),
            Folders = folders,
            WorkingDirectory = terminal.WorkingDirectory,
        };
    }
}

/// <summary>A configured value; null when nobody said anything.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">A flag, an environment variable, a file, or the default.</param>
internal sealed record Setting(string? Value, string Source);

/// <summary>What was given on the command line; null where nothing was.</summary>
internal sealed record SettingsFlags(string? Network, string? RpcUrl, string? Account, string? PasswordFile);
