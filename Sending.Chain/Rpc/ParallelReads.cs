namespace Sending.Chain.Rpc;

/// <summary>Many small questions to a node, a few at a time.</summary>
internal static class ParallelReads
{
    private const int AtOnce = 8;

    /// <summary>Reads one answer for each item, in the items' order.</summary>
    public static async Task<TResult[]> ReadAllAsync<TItem, TResult>(
        this IReadOnlyList<TItem> items,
        Func<TItem, CancellationToken, Task<TResult>> read,
        CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, options, async (index, token) => results[index] = await read(items[index], token));
        return results;
    }
}
