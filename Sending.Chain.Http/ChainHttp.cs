using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Net.Http.Headers;
using Sending.Chain.Events;
using Sending.Chain.Http.Health;
using Sending.Chain.Http.Identifiers;
using Sending.Chain.Http.OpenApi;
using Sending.Chain.Identity;
using Sending.Chain.Rpc;

namespace Sending.Chain.Http;

/// <summary>
/// What several hosts serve alike: DIDs (<c>/1.0/identifiers/{did}</c>), the API's description (<c>/openapi.json</c>) and whether the host is
/// well (<c>/livez</c>, <c>/readyz</c>).
/// </summary>
public static class ChainHttp
{
    private const int MostConnections = 1_000;
    private const int LongestRequestLine = 8 << 10;
    private const int LongestHeaders = 16 << 10;

    private static readonly TimeSpan s_headersTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_healthPeriod = TimeSpan.FromSeconds(5);

    /// <summary>Adds what <see cref="UseChainHttp"/> serves.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="resolver">Resolves.</param>
    /// <param name="connection">The node; the host is ready while one of its endpoints is well.</param>
    /// <param name="follower">How the host's follower stands; the host is ready while it follows.</param>
    public static IServiceCollection AddChainHttp(this IServiceCollection services, DidResolver resolver, ChainConnection connection, Func<FollowerHealth> follower)
    {
        services.AddRoutingCore();
        services.AddCors();
        services.AddProblemDetails();
        services.AddSingleton(resolver);
        services.AddSingleton<IdentifierEndpoint>();
        services.AddHealthChecks()
            .Add(new HealthCheckRegistration("follower", provider => new FollowerCheck(follower, provider.GetService<TimeProvider>() ?? TimeProvider.System), null, null))
            .Add(new HealthCheckRegistration("rpc", _ => new EndpointCheck(connection), null, null));
        services.AddSingleton<IHealthCheckPublisher, HealthLog>();
        services.Configure<HealthCheckPublisherOptions>(options => (options.Delay, options.Period) = (s_healthPeriod, s_healthPeriod));
        return services;
    }

    /// <summary>Serves it. Errors that no endpoint answers are told as problem details too.</summary>
    public static void UseChainHttp(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseCors(AllowReading);
        app.MapMethods(IdentifierEndpoint.Pattern, Reading, app.Services.GetRequiredService<IdentifierEndpoint>().AnswerAsync);
        app.MapMethods(OpenApiDocument.Path, Reading, OpenApiDocument.AnswerAsync);

        // Alive is who answers: no check takes part.
        app.MapHealthChecks("/livez", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
    }

    /// <summary>Bounds what a client can make the host hold: requests without bodies, short headers, so many connections.</summary>
    public static void Bound(this KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = MostConnections;
        options.Limits.MaxRequestBodySize = 0;
        options.Limits.MaxRequestLineSize = LongestRequestLine;
        options.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        options.Limits.RequestHeadersTimeout = s_headersTimeout;
    }

    private static IEnumerable<string> Reading => [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Everything here is public: pages of any origin may read it.</summary>
    private static void AllowReading(CorsPolicyBuilder policy)
        => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head).AllowAnyHeader().WithExposedHeaders(HeaderNames.ETag);
}
