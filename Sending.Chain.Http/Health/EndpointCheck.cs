using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sending.Chain.Rpc;

namespace Sending.Chain.Http.Health;

/// <summary>Well while one RPC endpoint answers. URLs are masked.</summary>
/// <param name="connection">The host's connection, which something uses all the time.</param>
internal sealed class EndpointCheck(ChainConnection connection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var endpoints = connection.Health;
        var well = endpoints.FirstOrDefault(endpoint => endpoint.State == EndpointState.Healthy);
        return Task.FromResult(well is not null
            ? HealthCheckResult.Healthy($"{well.Url} answers.")
            : HealthCheckResult.Unhealthy("No RPC endpoint is well: " + string.Join("; ", endpoints.Select(endpoint => $"{endpoint.Url} {endpoint.Problem ?? "was not asked yet"}")) + "."));
    }
}
