namespace Sending.Contracts.Tests;

/// <summary>
/// The DID registry on a real node beside the original of ERC-1056: tools made for that one read and write ours, what is wrong with it is
/// not wrong here, and nothing costs more.
/// </summary>
public sealed class DidRegistryTests
{
    [Fact]
    public async Task ToolsForErc1056WorkWithTheRegistryAndItsDefectsAreGone()
    {
        var toolchain = await Tools.EnsureAsync();
        var script = Path.Combine("test", "support", "did-registry.mjs");
        var run = await toolchain.RunAsync(["--test", "--test-reporter=spec", script], CancellationToken.None);
        Assert.True(run.ExitCode == 0, run.Tail(100));
    }
}
