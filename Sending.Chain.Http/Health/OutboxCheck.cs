using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sending.Chain.Transactions;

namespace Sending.Chain.Http.Health;

/// <summary>Well while nothing keeps transactions from being sent.</summary>
internal sealed class OutboxCheck(Outbox outbox) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (outbox.Trouble is { } trouble)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(trouble.Message));
        }

        var open = outbox.ListOpen();
        var waiting = open.FirstOrDefault(entry => entry.Note?.Reason is OutboxWait.Account or OutboxWait.Funds);
        return Task.FromResult(waiting is null
            ? HealthCheckResult.Healthy(FormattableString.Invariant($"{open.Count} transactions are open."))
            : HealthCheckResult.Unhealthy($"{waiting.Key} waits: {waiting.Note!.Text}"));
    }
}
