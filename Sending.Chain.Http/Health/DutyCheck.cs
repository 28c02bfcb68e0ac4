using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sending.Chain.Duties;

namespace Sending.Chain.Http.Health;

/// <summary>Well while every duty has run, and none was missed in its last window.</summary>
internal sealed class DutyCheck(DutyLoop loop) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missed = loop.Statuses.Where(status => status.Report.State == DutyState.Missed).ToList();
        return Task.FromResult(
            !loop.AllHaveRun ? HealthCheckResult.Unhealthy("Not every duty has been looked at yet.")
            : missed.Count > 0 ? HealthCheckResult.Unhealthy("Missed: " + string.Join("; ", missed.Select(Text)) + ".")
            : HealthCheckResult.Healthy("No duty was missed."));
    }

    private static string Text(DutyStatus status)
        => FormattableString.Invariant($"{status.Name} of epoch {status.Report.Epoch}") + (status.Report.Note is { } note ? $" ({note})" : "");
}
