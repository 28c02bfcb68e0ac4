using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Sending.Crypto.Engines;

/// <summary>Looks for libsecp256k1 where the system keeps its libraries, and beside the program.</summary>
internal static class NativeSearch
{
    private const DllImportSearchPath Folders = DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory;

    private static readonly string[] Versions = ["6", "5", "2", "1", "0"];

    /// <summary>The file names it goes by: one for each version of its interface, then the one without version.</summary>
    public static IEnumerable<string> Names =>
        OperatingSystem.IsWindows() ? [.. Versions.Select(version => $"-{version}").Append("").SelectMany(suffix => (string[])[$"secp256k1{suffix}.dll", $"libsecp256k1{suffix}.dll"])]
        : OperatingSystem.IsMacOS() ? Homebrew([.. Versions.Select(version => $"libsecp256k1.{version}.dylib"), "libsecp256k1.dylib"])
        : [.. Versions.Select(version => $"libsecp256k1.so.{version}"), "libsecp256k1.so"];

    /// <summary>Loads the first that works.</summary>
    /// <param name="names">File names.</param>
    /// <param name="engine">The engine, when one works.</param>
    /// <param name="trouble">Why those that are there do not work; null when none is there.</param>
    public static bool TryLoad(IEnumerable<string> names, [NotNullWhen(true)] out NativeEngine? engine, out string? trouble)
    {
        trouble = null;
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, typeof(NativeSearch).Assembly, Folders, out var library))
            {
                engine = TryUse(library, name, out var reason);
                if (engine is not null)
                {
                    return true;
                }

                trouble ??= $"{name} {reason}";
                NativeLibrary.Free(library);
            }
        }

        engine = null;
        return false;
    }

    private static NativeEngine? TryUse(nint library, string name, out string? reason)
    {
        if (!NativeExports.TryFind(library, out var exports, out var missing))
        {
            reason = $"has no {missing}";
            return null;
        }

        try
        {
            var engine = new NativeEngine(exports, name);
            reason = SelfTest.Passes(engine) ? null : "computes wrongly";
            return reason is null ? engine : null;
        }
        catch (InvalidOperationException error)
        {
            reason = $"does not work: {error.Message}";
            return null;
        }
    }

    private static IEnumerable<string> Homebrew(string[] names) =>
        [.. names, .. names.Select(name => "/opt/homebrew/lib/" + name), .. names.Select(name => "/usr/local/lib/" + name)];
}
