namespace Sending.Contracts.Tests;

/// <summary>Cheating does not pay over 10,000 epochs, and the picture in <c>docs/economics.svg</c> is what the protocol's sums give.</summary>
public sealed class EconomicsTests
{
    [Fact]
    public async Task TheCommittedPictureIsWhatIsComputed()
    {
        var toolchain = await Tools.EnsureAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("sending-economics-").FullName, "economics.svg");
        try
        {
            var run = await toolchain.RunAsync([Path.Combine("bench", "economics", "run.mjs"), "--out", file], CancellationToken.None);
            Assert.True(run.ExitCode == 0, run.Tail());
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(toolchain.Root, "docs", "economics.svg")), await File.ReadAllTextAsync(file));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
