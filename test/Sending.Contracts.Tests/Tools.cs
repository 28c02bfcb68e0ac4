using Sending.Toolchain;

namespace Sending.Contracts.Tests;

/// <summary>The repository's Node tools with the contracts compiled, prepared once for this test session.</summary>
public static class Tools
{
    private static readonly Lazy<Task<NodeToolchain>> Once = new(async () =>
    {
        var progress = new ErrorStreamProgress();
        var toolchain = await NodeToolchain.EnsureAsync(Repository.Find(), progress, CancellationToken.None);
        await toolchain.CompileContractsAsync(progress, CancellationToken.None);
        return toolchain;
    });

    public static Task<NodeToolchain> EnsureAsync() => Once.Value;
}
