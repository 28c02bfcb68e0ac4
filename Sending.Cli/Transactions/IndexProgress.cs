using System.Globalization;
using Sending.Chain.Amounts;
using Sending.Chain.Events;
using Sending.Cli.Output;

namespace Sending.Cli.Transactions;

/// <summary>Tells now and then how far reading the chain has come, if it takes long.</summary>
internal sealed class IndexProgress(Progress progress, TimeProvider clock) : IProgress<FollowerProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long _last = clock.GetTimestamp();

    public void Report(FollowerProgress value)
    {
        if (value.BlocksDone == value.BlocksTotal || clock.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = clock.GetTimestamp();
        var remaining = value.Remaining is { } time ? $", {Duration.Format(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)))} left" : "";
        progress.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Reading the chain: {value.BlocksDone:N0} of {value.BlocksTotal:N0} blocks, {value.EventsPerSecond:N0} events a second{remaining} ..."));
    }
}
