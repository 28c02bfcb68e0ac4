using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Sending.Chain.Duties;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Http.Health;
using Sending.Chain.Identity;
using Sending.Chain.Rpc;

namespace Sending.Chain.Http.Hosting;

/// <summary>
/// The host of every service: DIDs, <c>/livez</c>, <c>/readyz</c>, <c>/metrics</c>, <c>/v1/duties</c>, and what the service adds. Its log goes to standard
/// error, a JSON object a line. It registers every <see cref="IDuty"/> of the container for the duty loop.
/// </summary>
public static class ServiceHost
{
    /// <summary>Longest wait for answers that are under way when it ends; the whole stop stays inside 10 seconds.</summary>
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A builder with a log, bounds and health; no settings file or environment variable has a say.</summary>
    /// <param name="listen">Where it listens.</param>
    /// <param name="resolver">Resolves DIDs.</param>
    /// <param name="connection">The node.</param>
    /// <param name="follower">How the follower stands.</param>
    /// <param name="time">The machine's clock.</param>
    public static WebApplicationBuilder CreateBuilder(IEnumerable<IPEndPoint> listen, DidResolver resolver, ChainConnection connection, Func<FollowerHealth> follower, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging
            .AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_shutdownTimeout);
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.AddSingleton(time);
        builder.Services.AddChainHttp(resolver, connection, follower);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Bound();
            foreach (var endpoint in listen)
            {
                options.Listen(endpoint);
            }
        });
        return builder;
    }

    /// <summary>Starts a host.</summary>
    /// <returns>Where it listens.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.PortInUse"/>, <see cref="ErrorCode.ListenFailed"/>.</exception>
    public static async Task<IReadOnlyList<Uri>> StartAsync(WebApplication app, IEnumerable<IPEndPoint> listen, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new SendingException(ErrorCode.PortInUse, $"Something else listens on {string.Join(" or ", listen)}. Choose another port, 0 for any free one.", null, error);
        }
        catch (SocketException error)
        {
            throw new SendingException(ErrorCode.ListenFailed, $"It is not possible to listen on {string.Join(" or ", listen)}: {error.Message}.", null, error);
        }

        return [.. app.Urls.Select(url => new Uri(url))];
    }

    /// <summary>Runs a service until it is cancelled: follower, outbox, duties, and the web server.</summary>
    /// <param name="context">What it stands on.</param>
    /// <param name="configure">Adds the service's own parts: duties, hosted services, what endpoints need. <paramref name="context"/>, <see cref="DidResolver"/> and <see cref="ServiceAddress"/> are there.</param>
    /// <param name="map">Adds its endpoints.</param>
    /// <param name="started">Told where it listens, once it does.</param>
    /// <param name="cancellationToken">Ends it in order.</param>
    /// <exception cref="SendingException">It cannot listen, or its files cannot be written.</exception>
    public static async Task RunAsync(
        ServiceContext context,
        Action<IServiceCollection> configure,
        Action<WebApplication> map,
        Action<ServiceAddress> started,
        CancellationToken cancellationToken)
    {
        var resolver = new DidResolver(context.Index, context.Connection, context.Time);
        var builder = CreateBuilder(context.Options.Listen, resolver, context.Connection, () => context.Index.Health, context.Time);
        var address = new ServiceAddress();
        builder.Services.AddSingleton(context).AddSingleton(context.Options).AddSingleton(address);
        builder.Services.AddSingleton(services => new DutyLoop(context.Index, services.GetServices<IDuty>(), new DutyOptions(), context.Time));

        // Several services in one process, as in tests, do not count each other's.
        builder.Services.AddSingleton(_ => new Meter("Sending." + context.Options.Kind, null, null, scope: context));
        builder.Services.AddSingleton<ServiceMetrics>();
        builder.Services.AddHealthChecks()
            .Add(new HealthCheckRegistration("outbox", _ => new OutboxCheck(context.Outbox), null, null))
            .Add(new HealthCheckRegistration("duties", services => new DutyCheck(services.GetRequiredService<DutyLoop>()), null, null));
        configure(builder.Services);
        builder.Services.AddHostedService<ServiceWork>();
        var app = builder.Build();
        await using (app)
        {
            app.UseChainHttp();
            app.MapGet(ServiceMetrics.Path, app.Services.GetRequiredService<ServiceMetrics>().AnswerAsync);
            app.MapGet(DutiesEndpoint.Path, new DutiesEndpoint(app.Services.GetRequiredService<DutyLoop>(), context.Index).AnswerAsync);
            map(app);
            address.Set(await StartAsync(app, context.Options.Listen, cancellationToken), context.Options.PublicUrl);
            started(address);
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Sending." + context.Options.Kind);
            log.LogInformation("Listening at {Urls}; {Settings}", string.Join(", ", address.Listening), context.Options.ToString());
            try
            {
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
                await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, ended.Token);
            }
            catch (OperationCanceledException)
            {
                log.LogInformation("Ending.");
            }

            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Ctrl-C is the caller's: the host ends when it is told to.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
