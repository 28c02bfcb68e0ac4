namespace Sending.Nethereum.Tests.Support;

/// <summary>The library viem, run by Node over all inputs of a test at once.</summary>
internal static class Viem
{
    /// <param name="task">One of the tasks of <c>test/support/viem-crypto.mjs</c>.</param>
    /// <param name="items">The inputs, as the task names their properties.</param>
    public static Task<string[]> AskAsync(string task, IEnumerable<object> items) => NodeTools.RunAsync<string[]>("viem-crypto.mjs", new { task, items });
}
