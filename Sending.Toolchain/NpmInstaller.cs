using System.Diagnostics;

namespace Sending.Toolchain;

/// <summary>Runs <c>npm ci</c> where it has not finished for the committed lock file.</summary>
internal sealed class NpmInstaller(string root, IProgress<string> progress)
{
    private static readonly string[] NetworkErrors = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "CERT_IN_CHAIN", "UNABLE_TO_VERIFY"];

    /// <summary>Installs the packages of <paramref name="folder"/>, unless that was done before.</summary>
    /// <param name="folder">The folder of <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <param name="what">Names the packages in progress and errors.</param>
    /// <param name="node">The Node that npm runs under.</param>
    public async Task EnsureAsync(string folder, string what, string node, CancellationToken cancellationToken)
    {
        var stamp = new InputStamp(
            Path.Combine(folder, "node_modules", ".installed"),
            [Path.Combine(folder, "package.json"), Path.Combine(folder, "package-lock.json")]);
        if (stamp.IsCurrent())
        {
            return;
        }

        await using var installLock = await InstallLock.TakeAsync(root, progress, cancellationToken);
        if (stamp.IsCurrent())
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        progress.Report($"Installing {what} (once; half a minute on a good line) …");
        var install = ChildProcess.RunAsync(Npm(node, folder), cancellationToken);
        while (await Task.WhenAny(install, Task.Delay(TimeSpan.FromSeconds(10), cancellationToken)) != install)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report($"  … {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        }

        var result = await install;
        if (result.ExitCode != 0)
        {
            var reason = string.Join('\n', result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(12));
            throw new ToolchainException(NetworkErrors.Any(result.Error.Contains)
                ? $"npm cannot reach its registry, so {what} cannot be installed. Check the network, `npm config get registry` and, behind a proxy with a certificate of its own, NODE_EXTRA_CA_CERTS, then run this again.\n{reason}"
                : $"npm failed to install {what}:\n{reason}");
        }

        stamp.Write();
        progress.Report($"  done in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
    }

    private static ProcessStartInfo Npm(string node, string folder)
    {
        var npm = MachineNode.FindOnPath("npm")
            ?? throw new ToolchainException("npm was not found on PATH. Install Node.js with npm (https://nodejs.org), then run this again.");
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"];
        var script = OperatingSystem.IsWindows()
            ? Path.Combine(Path.GetDirectoryName(npm)!, "node_modules", "npm", "bin", "npm-cli.js")
            : File.ResolveLinkTarget(npm, returnFinalTarget: true)?.FullName ?? npm;
        var start = script.EndsWith(".js", StringComparison.Ordinal) && File.Exists(script)
            ? new ProcessStartInfo(node, [script, .. arguments])
            : new ProcessStartInfo(npm, arguments);
        start.WorkingDirectory = folder;
        start.Environment["PATH"] = Path.GetDirectoryName(node) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return start;
    }
}
