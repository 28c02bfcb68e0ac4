using Sending.Chain.Accounts;
using Sending.Chain.Configuration;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Devnet;

/// <summary>Where everything of one devnet lies. Several folders are several devnets.</summary>
/// <param name="path">The folder; by default <c>.devnet</c> in the repository.</param>
public sealed class DevnetFolder(string path)
{
    /// <summary>The folder's name when none is chosen.</summary>
    public const string DefaultName = ".devnet";

    /// <summary>The environment variable that names another.</summary>
    public static string Variable => SettingNames.DevnetFolder.Variable;

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Process, port and accounts of the running node.</summary>
    public string StateFile => Of("state.json");

    /// <summary>The node's output.</summary>
    public string LogFile => Of("node.log");

    /// <summary>Chain id, URL and contract addresses.</summary>
    public string DeploymentFile => Of("deployment.json");

    /// <summary>The protocol's state as indexed.</summary>
    public string IndexFile => Of("index.db");

    /// <summary>The same for a service that follows the chain as long as it runs, and has a file of its own.</summary>
    public string ServiceIndexFile(string service) => Of($"index-{service}.db");

    /// <summary>What a service keeps; it goes with the chain.</summary>
    public string ServiceFolder(string service) => System.IO.Path.Combine(ServicesFolder, service);

    /// <summary>Keystores of the ready accounts.</summary>
    public string KeystoreFolder => Of("keystores");

    /// <summary>The password that opens them all.</summary>
    public string PasswordFile => Of("password.txt");

    /// <summary>The accounts, for signing.</summary>
    public AccountStore Accounts => new(KeystoreFolder);

    /// <summary>Transactions that were sent on the devnet, and the locks beside it.</summary>
    public string OutboxFile => Of("outbox.db");

    /// <summary>What commands have sent, received and signed at Edges, and the locks beside it.</summary>
    public string MessagesFile => Of("messages.db");

    /// <summary>What services keep, a folder for each.</summary>
    public string ServicesFolder => Of("services");

    /// <summary>What a service writes.</summary>
    public string ServiceLogFile(string service) => System.IO.Path.Combine(ServicesFolder, service + ".log");

    internal string LockFile => Of("lock");

    /// <summary>The services' processes.</summary>
    internal string ServicesFile => Of("services.json");

    /// <summary>What the contracts are deployed with, when that is not what the repository says.</summary>
    internal string ParametersFile => Of("parameters.json");

    /// <summary>Ignition's journal of the deployment.</summary>
    internal string IgnitionFolder => Of("ignition");

    /// <summary>Removes what belongs to one chain. Accounts are <see cref="DevnetAccounts"/>' part.</summary>
    internal void Clear()
    {
        foreach (var file in new[] { DeploymentFile, LogFile, ServicesFile, ParametersFile, StateFile })
        {
            File.Delete(file);
        }

        if (Directory.Exists(Path))
        {
            foreach (var file in Directory.EnumerateFiles(Path, "outbox.db*").Concat(Directory.EnumerateFiles(Path, "messages.db*")))
            {
                File.Delete(file);
            }

            ProtocolIndex.Delete(IndexFile);
            foreach (var file in Directory.EnumerateFiles(Path, "index-*.db"))
            {
                ProtocolIndex.Delete(file);
            }
        }

        foreach (var folder in new[] { IgnitionFolder, ServicesFolder }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private string Of(string name) => System.IO.Path.Combine(Path, name);
}
