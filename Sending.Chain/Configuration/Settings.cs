using Sending.Chain.Deployments;
using Sending.Chain.Devnet;
using Sending.Chain.Errors;

namespace Sending.Chain.Configuration;

/// <summary>
/// What the user configured, each value with where it came from.
/// The first that says something wins: flag, environment, project file, user file, default.
/// </summary>
public sealed class Settings
{
    /// <summary>Name of the file that a project keeps its settings in, looked for from the working directory upwards.</summary>
    public const string ProjectFileName = "sending.json";

    private readonly Surroundings _surroundings;
    private readonly Func<SettingName, string?> _flags;
    private readonly IReadOnlyList<SettingsFile> _files;

    private Settings(Surroundings surroundings, Func<SettingName, string?> flags, Folders folders, IReadOnlyList<SettingsFile> files)
        => (_surroundings, _flags, Folders, _files) = (surroundings, flags, folders, files);

    /// <summary>The network's name.</summary>
    public Setting Network => Find(SettingNames.Network, NetworkCatalog.Devnet);

    /// <summary>One URL or several with commas between them; null: the deployment file's.</summary>
    public Setting RpcUrl => Find(SettingNames.RpcUrl);

    /// <summary>Null: alice on a devnet, else the only account there is.</summary>
    public Setting Account => Find(SettingNames.Account);

    /// <summary>Null: a devnet account's own, else the user is asked.</summary>
    public Setting PasswordFile => Find(SettingNames.PasswordFile);

    /// <summary>Folder of the devnet's instance.</summary>
    public Setting DevnetPath => Find(SettingNames.DevnetFolder, Folders.Devnet);

    /// <summary>Longest wait for one answer of the node, such as 30s; null: the library's.</summary>
    public Setting RpcTimeout => Find(SettingNames.RpcTimeout);

    /// <summary>Where things lie.</summary>
    public Folders Folders { get; }

    /// <summary>What paths on the command line are relative to.</summary>
    public string WorkingDirectory => _surroundings.WorkingDirectory;

    /// <summary>Whether the network is the local one, whose accounts and passwords lie beside it.</summary>
    public bool UsesDevnet => Network.Value == NetworkCatalog.Devnet;

    /// <summary>The devnet's files.</summary>
    public DevnetFolder Devnet => new(Path.GetFullPath(DevnetPath.Value!, WorkingDirectory));

    /// <summary>Reads the settings files.</summary>
    /// <param name="surroundings">The environment.</param>
    /// <param name="flags">What was given on the command line; null where nothing was.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.SettingsMalformed"/>: a settings file cannot be used.</exception>
    public static Settings Load(Surroundings surroundings, Func<SettingName, string?> flags)
    {
        var folders = Folders.Of(surroundings);
        SettingsFile?[] files = [SettingsFile.ReadNearest(surroundings.WorkingDirectory, ProjectFileName), SettingsFile.Read(folders.UserFile)];
        return new Settings(surroundings, flags, folders, [.. files.OfType<SettingsFile>()]);
    }

    /// <summary>A setting's value and where it came from.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="fallback">Its value when nobody said anything.</param>
    public Setting Find(SettingName name, string? fallback = null)
    {
        if (_flags(name) is { } flag)
        {
            return new Setting(flag, "flag");
        }

        if (_surroundings.Variable(name.Variable) is { } fromEnvironment)
        {
            return new Setting(fromEnvironment, $"environment ({name.Variable})");
        }

        foreach (var file in _files)
        {
            if (file.Value(name.Key) is { } fromFile)
            {
                return new Setting(fromFile, file.Path);
            }
        }

        return new Setting(fallback, "default");
    }
}
