using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sending.Chain.Http.Health;

/// <summary>Whether the host is well, and what of it is not.</summary>
internal static class HealthAnswer
{
    public const string MediaType = "application/json";

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var checks = new JsonObject();
        foreach (var (name, entry) in report.Entries.OrderBy(check => check.Key, StringComparer.Ordinal))
        {
            checks[name] = new JsonObject { ["ok"] = entry.Status == HealthStatus.Healthy, ["reason"] = entry.Description ?? entry.Exception?.Message };
        }

        var body = new JsonObject { ["ok"] = report.Status == HealthStatus.Healthy, ["checks"] = checks };
        return Answers.WriteAsync(context, context.Response.StatusCode, MediaType, Answers.Bytes(body));
    }
}
