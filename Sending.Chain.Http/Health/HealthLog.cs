using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Sending.Chain.Http.Health;

/// <summary>Logs when a check changes, since nobody may be asking.</summary>
internal sealed class HealthLog(ILogger<HealthLog> log) : IHealthCheckPublisher
{
    private readonly Dictionary<string, HealthStatus> _last = [];

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
        {
            if (!_last.TryGetValue(name, out var last) || last != entry.Status)
            {
                _last[name] = entry.Status;
                log.Log(entry.Status == HealthStatus.Healthy ? LogLevel.Information : LogLevel.Warning, "{Check} is {Status}: {Reason}", name, entry.Status, entry.Description);
            }
        }

        return Task.CompletedTask;
    }
}
