namespace Sending.Contracts.Tests;

/// <summary>An xunit result for each test of the Solidity suites in <c>test/contracts</c>.</summary>
public sealed class SolidityTests
{
    /// <remarks>xunit 2 reads theory data synchronously; the run itself takes minutes and happens once.</remarks>
    public static TheoryData<SolidityResult> Results() => [.. SolidityRun.ResultsAsync().GetAwaiter().GetResult()];

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Solidity(SolidityResult result) => Assert.True(result.Passed, $"{result.Source}\n{result.Detail}");

    [Fact]
    public async Task EveryTestFileWasRun()
    {
        var root = (await Tools.EnsureAsync()).Root;
        var files = Directory.EnumerateFiles(Path.Combine(root, "test", "contracts"), "*.t.sol", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
        var results = await SolidityRun.ResultsAsync();
        Assert.Equal(files.Order(StringComparer.Ordinal), results.Select(result => result.Source).Distinct().Order(StringComparer.Ordinal));
    }
}
