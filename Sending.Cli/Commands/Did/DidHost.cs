using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Sending.Chain.Events;
using Sending.Chain.Http;
using Sending.Chain.Identity;
using Sending.Chain.Rpc;

namespace Sending.Cli.Commands.Did;

/// <summary>The web server of <c>did serve</c>. Its log goes to standard error, a JSON object a line.</summary>
internal static class DidHost
{
    /// <summary>Longest wait for answers that are under way when it ends.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Builds it; no settings file or environment variable has a say.</summary>
    public static WebApplication Build(IPEndPoint endpoint, DidResolver resolver, ChainConnection connection, Func<FollowerHealth> follower, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging
            .AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.AddSingleton(time);
        builder.Services.AddChainHttp(resolver, connection, follower);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Bound();
            options.Listen(endpoint);
        });
        var app = builder.Build();
        app.UseChainHttp();
        return app;
    }

    /// <summary>Starts it.</summary>
    /// <returns>Where it listens.</returns>
    /// <exception cref="CliException">Something else listens there, or the address is not this machine's.</exception>
    public static async Task<string> StartAsync(WebApplication app, IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new CliException(ExitCode.Failed, "port_in_use", $"Something else listens on {endpoint}. Choose another port with --port, 0 for any free one.");
        }
        catch (System.Net.Sockets.SocketException error)
        {
            throw new CliException(ExitCode.Failed, "listen_failed", $"It is not possible to listen on {endpoint}: {error.Message}.");
        }

        return app.Urls.Single();
    }

    /// <summary>Ctrl-C is the command's: the host ends when it is told to.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
