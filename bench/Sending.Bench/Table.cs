namespace Sending.Bench;

/// <summary>What contestants did, one line for each.</summary>
internal static class Table
{
    /// <summary>Measures and prints operations a second and how many times the others' rate the first one's is.</summary>
    public static async Task WriteAsync(string title, IReadOnlyList<Contestant> contestants, CancellationToken cancellationToken)
    {
        var rates = await Contestant.MeasureAsync(contestants, cancellationToken);
        Console.WriteLine($"{title,-44} per second   first / this");
        for (var i = 0; i < rates.Count; i++)
        {
            Console.WriteLine($"  {contestants[i].Name,-42} {rates[i],10:N0} {rates[0] / rates[i],14:F2}");
        }
    }
}
