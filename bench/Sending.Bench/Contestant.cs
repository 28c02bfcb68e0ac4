namespace Sending.Bench;

/// <summary>Something that is measured in turns with others.</summary>
/// <param name="Name">Of the library.</param>
/// <param name="RunAsync">Does the operation so many times, and says how much processor time it took.</param>
internal sealed record Contestant(string Name, Func<int, CancellationToken, Task<TimeSpan>> RunAsync)
{
    private const int Warming = 3;
    private const int Rounds = 9;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(50);

    /// <summary>One that runs in this process.</summary>
    public static Contestant Here(string name, Action action) => new(name, (count, _) => Task.FromResult(Time(action, count)));

    /// <summary>How often each does its operation in a second of processor time: the median of rounds of a twentieth of a second, after some to warm up.</summary>
    public static async Task<IReadOnlyList<double>> MeasureAsync(IReadOnlyList<Contestant> contestants, CancellationToken cancellationToken)
    {
        var counts = new int[contestants.Count];
        var rates = contestants.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Warming + Rounds; round++)
        {
            for (var i = 0; i < contestants.Count; i++)
            {
                if (round < Warming)
                {
                    counts[i] = await CalibrateAsync(contestants[i], cancellationToken);
                }
                else
                {
                    rates[i].Add(counts[i] / (await contestants[i].RunAsync(counts[i], cancellationToken)).TotalSeconds);
                }
            }
        }

        return [.. rates.Select(Summary.Median)];
    }

    private static async Task<int> CalibrateAsync(Contestant contestant, CancellationToken cancellationToken)
    {
        var count = 4;
        while (await contestant.RunAsync(count, cancellationToken) < Round)
        {
            count *= 2;
        }

        return count;
    }

    // Processor time, which other programs on the machine disturb far less than they disturb the clock.
    private static TimeSpan Time(Action action, int count)
    {
        var started = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++)
        {
            action();
        }

        return Environment.CpuUsage.TotalTime - started;
    }
}
