using System.Diagnostics;

namespace Sending.Toolchain.Tests;

/// <summary>
/// A small checkout in a temporary folder whose npm packages are local folders, so that the real npm installs it without a network, and
/// a PATH of its own in which a test says what Node the machine has. One at a time in a process: PATH is the process's.
/// </summary>
public sealed class FakeCheckout : IDisposable
{
    private static readonly string RealNode = Find("node");
    private static readonly Dictionary<string, string> LockFiles = [];
    private readonly string _path = Environment.GetEnvironmentVariable("PATH")!;
    private readonly string _bin;

    public FakeCheckout()
    {
        Root = Directory.CreateTempSubdirectory("sending-checkout-").FullName;
        _bin = Directory.CreateDirectory(Path.Combine(Root, "machine-bin")).FullName;
        Environment.SetEnvironmentVariable("PATH", _bin + ":/usr/bin:/bin");
        File.CreateSymbolicLink(Path.Combine(_bin, "npm"), File.ResolveLinkTarget(Find("npm", _path), true)?.FullName ?? Find("npm", _path));
        WriteFile("contracts/A.sol", "contract A {}");
        WriteFile("hardhat.config.js", "");
        WriteFile("packages/hardhat/package.json", """{"name":"hardhat","version":"1.0.0"}""");
        WriteFile("packages/hardhat/dist/src/cli.js", """
            const fs = require("node:fs");
            if (fs.readFileSync("contracts/A.sol", "utf8").includes("syntax error")) { console.error("ParserError in contracts/A.sol"); process.exit(1); }
            fs.mkdirSync("artifacts", { recursive: true });
            fs.appendFileSync("artifacts/builds", ".");
            """);
        WritePackage("", "hardhat", "../packages/hardhat");
        WriteFile("packages/node/package.json", """{"name":"node-test-platform","version":"22.23.2"}""");
        WriteScript("packages/node/bin/node", NodeScript("v22.23.2"));
        WritePackage("Sending.Toolchain/node", "node-test-platform", "../packages/node");
    }

    public string Root { get; }

    public List<string> Progress { get; } = [];

    public int Installations => Progress.Count(line => line.StartsWith("Installing", StringComparison.Ordinal));

    public Task<NodeToolchain> EnsureAsync(CancellationToken cancellationToken = default) =>
        NodeToolchain.EnsureAsync(Root, new Recorder(Progress), cancellationToken);

    /// <summary>The machine's Node answers <c>--version</c> with this and is a real Node otherwise.</summary>
    public FakeCheckout WithMachineNode(string version)
    {
        WriteScript("machine-bin/node", NodeScript(version));
        return this;
    }

    public string PathOf(string path) => Path.Combine(Root, path);

    public void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        Directory.Delete(Root, recursive: true);
    }

    private static string NodeScript(string version) => $"#!/bin/sh\n[ \"$1\" = --version ] && echo {version} && exit\nexec '{RealNode}' \"$@\"\n";

    private static string Find(string name, string? path = null) =>
        (path ?? Environment.GetEnvironmentVariable("PATH")!).Split(':').Select(folder => Path.Combine(folder, name)).First(File.Exists);

    private void WriteScript(string path, string text)
    {
        WriteFile(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void WritePackage(string folder, string dependency, string source)
    {
        var target = Path.GetRelativePath(PathOf(folder), PathOf(source.Replace("../", "")));
        WriteFile(Path.Combine(folder, "package.json"), $$$"""{"name":"checkout","version":"1.0.0","dependencies":{"{{{dependency}}}":"file:{{{target}}}"}}""");
        WriteFile(Path.Combine(folder, ".npmrc"), "install-links=true\n");
        if (!LockFiles.TryGetValue(dependency, out var lockFile))
        {
            Lock(PathOf(folder));
            LockFiles[dependency] = lockFile = File.ReadAllText(PathOf(Path.Combine(folder, "package-lock.json")));
        }

        WriteFile(Path.Combine(folder, "package-lock.json"), lockFile);
    }

    private void Lock(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo(Find("npm"), ["install", "--package-lock-only", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = Path.GetDirectoryName(RealNode) + ":" + _path },
        })!;
        npm.WaitForExit();
        Assert.Equal(0, npm.ExitCode);
    }

    private sealed class Recorder(List<string> lines) : IProgress<string>
    {
        public void Report(string value)
        {
            lock (lines)
            {
                lines.Add(value);
            }
        }
    }
}
