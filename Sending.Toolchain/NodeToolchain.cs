using System.Diagnostics;

namespace Sending.Toolchain;

/// <summary>
/// Node and the repository's npm packages, ready to use. <see cref="EnsureAsync"/> brings what is missing, once, from the committed
/// lock files: a Node 22 when the machine's own is too old for Hardhat 3, and the packages of <c>package.json</c>.
/// </summary>
public sealed class NodeToolchain
{
    private NodeToolchain(string root, string node)
    {
        Root = root;
        Node = node;
    }

    /// <summary>The repository's root folder.</summary>
    public string Root { get; }

    /// <summary>Path of a Node that Hardhat 3 accepts.</summary>
    public string Node { get; }

    /// <summary>Path of Hardhat's command line, to be run by <see cref="Node"/>.</summary>
    public string Hardhat => Path.Combine(Root, "node_modules", "hardhat", "dist", "src", "cli.js");

    /// <summary>Finds Node and npm and installs what is missing; quick when nothing is.</summary>
    /// <param name="root">The repository's root, see <see cref="Repository.Find"/>.</param>
    /// <param name="progress">Is told, line by line, what takes time.</param>
    /// <param name="cancellationToken">Stops an installation; the next call repairs what it left.</param>
    /// <exception cref="ToolchainException">Node is missing or too old, or npm fails; the message says what to do.</exception>
    public static async Task<NodeToolchain> EnsureAsync(string root, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var installer = new NpmInstaller(root, progress);
        var node = await MachineNode.FindAsync(cancellationToken);
        if (!node.RunsHardhat)
        {
            var folder = Path.Combine(root, "Sending.Toolchain", "node");
            await installer.EnsureAsync(folder, $"Node 22 (this machine has {node.Version}, Hardhat needs 22.13 or newer)", node.Path, cancellationToken);
            node = node with { Path = MachineNode.FindInstalled(folder) };
        }

        await installer.EnsureAsync(root, "the npm packages of contracts and devnet", node.Path, cancellationToken);
        return new NodeToolchain(root, node.Path);
    }

    /// <summary>How to start a Node program in the repository's root.</summary>
    /// <param name="arguments">The script and its arguments.</param>
    public ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Node, arguments) { WorkingDirectory = Root };
        start.Environment["HARDHAT_DISABLE_TELEMETRY_PROMPT"] = "true";
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("FORCE_COLOR");
        return start;
    }

    /// <summary>Runs a Node program in the repository's root to its end.</summary>
    public Task<ChildResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        ChildProcess.RunAsync(Command(arguments), cancellationToken);

    /// <summary>Compiles the contracts when a source, the configuration or a package changed since the last time.</summary>
    /// <exception cref="ToolchainException">A contract does not compile; the message holds the compiler's.</exception>
    public async Task CompileContractsAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var stamp = new InputStamp(
            Path.Combine(Root, "artifacts", ".inputs"),
            [.. Directory.EnumerateFiles(Path.Combine(Root, "contracts"), "*.sol", SearchOption.AllDirectories),
                Path.Combine(Root, "hardhat.config.js"), Path.Combine(Root, "package-lock.json")]);
        if (stamp.IsCurrent())
        {
            return;
        }

        await using var installLock = await InstallLock.TakeAsync(Root, progress, cancellationToken);
        if (stamp.IsCurrent())
        {
            return;
        }

        progress.Report("Compiling the contracts …");
        var result = await RunAsync([Hardhat, "build", "--no-tests"], cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new ToolchainException("The contracts do not compile:\n" + result.Tail());
        }

        stamp.Write();
    }
}
