using System.Security.Cryptography;

namespace Sending.Guardian.Probes;

/// <summary>When Edges are probed in an epoch: at random times, by the chain's clock, that no Edge can know.</summary>
internal sealed class ProbeSchedule
{
    private readonly Dictionary<string, List<DateTimeOffset>> _times = new(StringComparer.Ordinal);
    private long _epoch = -1;

    /// <summary>How many probes of an Edge are due. Its times are drawn when it is asked for it for the first time in an epoch.</summary>
    /// <param name="edge">The Edge.</param>
    /// <param name="epoch">The epoch that runs.</param>
    /// <param name="now">The chain's time.</param>
    /// <param name="closes">No probe is made later.</param>
    /// <param name="count">How many to make until then, when the times are drawn.</param>
    public int TakeDue(string edge, long epoch, DateTimeOffset now, DateTimeOffset closes, int count)
    {
        if (_epoch != epoch)
        {
            _times.Clear();
            _epoch = epoch;
        }

        if (now > closes)
        {
            return 0;
        }

        if (!_times.TryGetValue(edge, out var times))
        {
            var span = (int)Math.Min((closes - now).TotalSeconds, int.MaxValue - 1);
            _times[edge] = times = [.. Enumerable.Range(0, Math.Max(0, count)).Select(_ => now.AddSeconds(RandomNumberGenerator.GetInt32(span + 1)))];
        }

        return times.RemoveAll(time => time <= now);
    }
}
