using System.Text.Json;
using Sending.Toolchain;

namespace Sending.Testing;

/// <summary>The repository's Node and npm packages, prepared once for this test session.</summary>
public static class NodeTools
{
    private static readonly Lazy<Task<NodeToolchain>> s_once =
        new(() => NodeToolchain.EnsureAsync(Repository.Find(), new ErrorStreamProgress(), CancellationToken.None));

    public static Task<NodeToolchain> EnsureAsync() => s_once.Value;

    /// <summary>
    /// Runs <c>test/support/&lt;script&gt;</c> with the path of a file that holds <paramref name="input"/> as JSON, and reads the JSON it prints.
    /// </summary>
    public static async Task<TOutput> RunAsync<TOutput>(string script, object input)
    {
        var tools = await EnsureAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(input, JsonSerializerOptions.Web));
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            var result = await tools.RunAsync([Path.Combine(tools.Root, "test", "support", script), file], deadline.Token);
            Assert.True(result.ExitCode == 0, $"{script} failed:\n{result.Tail()}");
            return JsonSerializer.Deserialize<TOutput>(result.Output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
