using Sending.Toolchain;

namespace Sending.Cli.Tests.Support;

/// <summary>
/// Compares output with a committed file in Snapshots/. To accept a change:
/// <c>ACCEPT_SNAPSHOTS=1 dotnet test test/Sending.Cli.Tests</c>, then read the diff.
/// </summary>
internal static class Snapshot
{
    private static readonly string Folder = Path.Combine(Repository.Find(), "test", "Sending.Cli.Tests", "Snapshots");

    public static void Match(string name, string actual)
    {
        var file = Path.Combine(Folder, name + ".txt");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"There is no snapshot {name}; run with ACCEPT_SNAPSHOTS=1 to write it. The output was:\n{text}");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
