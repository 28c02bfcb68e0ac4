using System.Diagnostics;

namespace Sending.Toolchain;

/// <summary>The Node that this machine offers.</summary>
/// <param name="Path">Its executable.</param>
/// <param name="Version">What <c>node --version</c> says.</param>
internal sealed record MachineNode(string Path, Version Version)
{
    private static readonly Version Oldest = new(20, 0);
    private static readonly Version OldestForHardhat = new(22, 13);

    /// <summary>Whether Hardhat 3 accepts it.</summary>
    public bool RunsHardhat => Version >= OldestForHardhat;

    public static async Task<MachineNode> FindAsync(CancellationToken cancellationToken)
    {
        var path = FindOnPath("node")
            ?? throw new ToolchainException($"Node.js was not found on PATH. Install Node {Oldest.Major} or newer with npm (https://nodejs.org), then run this again.");
        var result = await ChildProcess.RunAsync(new ProcessStartInfo(path, ["--version"]), cancellationToken);
        if (!Version.TryParse(result.Output.Trim().TrimStart('v'), out var version))
        {
            throw new ToolchainException($"{path} --version answers '{result.Tail(1)}', not a version. Repair the Node.js installation.");
        }

        return version >= Oldest
            ? new MachineNode(path, version)
            : throw new ToolchainException($"Node.js {version} ({path}) is too old. Install Node {Oldest.Major} or newer (https://nodejs.org), then run this again.");
    }

    /// <summary>The Node that npm put into <paramref name="folder"/>: its one platform package.</summary>
    public static string FindInstalled(string folder)
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        return Directory.EnumerateDirectories(System.IO.Path.Combine(folder, "node_modules"), "node-*")
            .Select(package => System.IO.Path.Combine(package, "bin", name))
            .FirstOrDefault(File.Exists)
            ?? throw new ToolchainException(
                $"npm serves no Node 22 for this platform. Install Node {OldestForHardhat} or newer (https://nodejs.org), then run this again.");
    }

    /// <summary>The first executable of that name on PATH.</summary>
    public static string? FindOnPath(string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(file => System.IO.Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists);
    }
}
