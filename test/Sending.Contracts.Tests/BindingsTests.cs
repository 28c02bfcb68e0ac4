using Sending.Chain.Codegen;
using Sending.Toolchain;

namespace Sending.Contracts.Tests;

public sealed class BindingsTests
{
    [Fact]
    public async Task CommittedBindingsAreWhatTheGeneratorMakesOfTheContracts()
    {
        var generator = new BindingsGenerator(await Tools.EnsureAsync(), new ErrorStreamProgress());
        var stale = await generator.FindStaleAsync(CancellationToken.None);
        Assert.True(stale.Count == 0, $"Run `dotnet run --project Sending.Chain.Codegen`; stale: {string.Join(", ", stale)}");
    }
}
