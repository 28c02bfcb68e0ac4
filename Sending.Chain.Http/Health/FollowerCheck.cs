using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sending.Chain.Amounts;
using Sending.Chain.Events;

namespace Sending.Chain.Http.Health;

/// <summary>Well while what is read is of the newest blocks.</summary>
/// <param name="follower">How the host's follower stands.</param>
/// <param name="time">The machine's clock.</param>
internal sealed class FollowerCheck(Func<FollowerHealth> follower, TimeProvider time) : IHealthCheck
{
    /// <summary>Without progress for so long, it does not follow any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>So far behind the head by the blocks' timestamps, answers are not of now.</summary>
    public static readonly TimeSpan LargestLag = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = follower();
        return Task.FromResult(
            health.Indexed is not { } indexed ? HealthCheckResult.Unhealthy("Nothing of the chain is read yet." + Because(health))
            : !health.IsHealthy(time.GetUtcNow(), Patience) ? HealthCheckResult.Unhealthy("The chain is not followed." + Because(health))
            : health.Lag > LargestLag ? HealthCheckResult.Unhealthy($"{Number(health.LagBlocks!.Value)} blocks behind the newest ({Duration.Format(health.Lag.Value)}).")
            : HealthCheckResult.Healthy($"At block {Number(indexed.Number)}."));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Because(FollowerHealth health) => health.LastError is { } error ? " " + error : "";
}
