namespace Sending.Contracts.Tests;

/// <summary>The vectors in <c>test/vectors</c>, which contracts and Sending.Chain are tested with, are what JavaScript libraries make.</summary>
public sealed class VectorsTests
{
    [Fact]
    public async Task CommittedVectorsAreWhatTheScriptMakes()
    {
        var toolchain = await Tools.EnsureAsync();
        var folder = Directory.CreateTempSubdirectory("sending-vectors-").FullName;
        try
        {
            var run = await toolchain.RunAsync([Path.Combine("test", "support", "make-vectors.mjs"), folder], CancellationToken.None);
            Assert.True(run.ExitCode == 0, run.Tail());
            var (made, committed) = (ReadAll(folder), ReadAll(Path.Combine(toolchain.Root, "test", "vectors")));
            var stale = made.Keys.Union(committed.Keys).Where(name => made.GetValueOrDefault(name) != committed.GetValueOrDefault(name));
            Assert.True(!stale.Any(), $"Run `node test/support/make-vectors.mjs`; stale: {string.Join(", ", stale)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, string> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
