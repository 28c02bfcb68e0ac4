namespace Sending.Bench;

/// <summary>The managed heap.</summary>
internal static class Heap
{
    /// <summary>The most that it holds while something runs, garbage included, in bytes.</summary>
    public static async Task<long> LargestAsync(Func<Task> work)
    {
        long largest = 0;
        await using (new Timer(_ => largest = Math.Max(largest, GC.GetTotalMemory(false)), null, 0, 20))
        {
            await work();
        }

        return largest;
    }
}
