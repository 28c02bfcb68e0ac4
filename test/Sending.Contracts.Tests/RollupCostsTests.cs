namespace Sending.Contracts.Tests;

/// <summary>The table of costs on rollups in <c>docs/gas.md</c> is what the transactions and the gas report give.</summary>
public sealed class RollupCostsTests
{
    [Fact]
    public async Task TheCommittedTableIsWhatIsComputed()
    {
        var run = await (await Tools.EnsureAsync()).RunAsync([Path.Combine("bench", "rollups.mjs"), "--check"], CancellationToken.None);
        Assert.True(run.ExitCode == 0, run.Tail());
    }
}
