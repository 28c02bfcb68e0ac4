using System.IO.Compression;
using System.Text.Json;

namespace Sending.Nethereum.Tests.Support;

/// <summary>The cases of the npm package <c>@ethersproject/testcases</c>, which ethers.js is tested with.</summary>
internal static class TestCases
{
    /// <summary>All cases of a file such as <c>transactions</c>.</summary>
    public static async Task<IReadOnlyList<JsonElement>> LoadAsync(string name)
    {
        var tools = await NodeTools.EnsureAsync();
        var path = Path.Combine(tools.Root, "node_modules", "@ethersproject", "testcases", "testcases", name + ".json.gz");
        await using var file = File.OpenRead(path);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        return (await JsonSerializer.DeserializeAsync<List<JsonElement>>(content))!;
    }

    /// <summary>The text of a property; null when the case lacks it, or has null there.</summary>
    public static string? Text(this JsonElement testCase, string property) =>
        testCase.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
