namespace Sending.Contracts.Tests;

public sealed class StyleTests
{
    [Theory]
    [InlineData("node_modules/solhint/solhint.js", "--max-warnings", "0")]
    [InlineData("node_modules/prettier/bin/prettier.cjs", "--check")]
    public async Task SoliditySourcesAreClean(string tool, params string[] options)
    {
        var toolchain = await Tools.EnsureAsync();
        var run = await toolchain.RunAsync([tool, .. options, "contracts/**/*.sol", "test/contracts/**/*.sol"], CancellationToken.None);
        Assert.True(run.ExitCode == 0, run.Tail(60));
    }
}
