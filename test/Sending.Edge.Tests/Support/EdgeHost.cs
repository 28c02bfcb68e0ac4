using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sending.Chain.Accounts;
using Sending.Chain.Events.Projection;
using Sending.Chain.Http;
using Sending.Chain.Identity;
using Sending.Chain.Rpc;
using Sending.Edge.Receipts;
using Sending.Edge.Storage;

namespace Sending.Edge.Tests.Support;

/// <summary>An Edge's relay in a web server of its own, without duties.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly WebApplication _app;
    private readonly Task _running;

    private EdgeHost(WebApplication app, EdgeRelay relay)
    {
        _app = app;
        Relay = relay;
        Url = new Uri(app.Urls.Single());
        _running = relay.RunAsync(_stop.Token);
    }

    public EdgeRelay Relay { get; }

    public Uri Url { get; }

    /// <param name="books">File of the books.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="index">Followed.</param>
    /// <param name="owner">Owner of the node.</param>
    /// <param name="operatorKey">Its operator.</param>
    /// <param name="port">Where to listen; 0 for any.</param>
    /// <param name="options">What is granted.</param>
    /// <param name="map">Serves more than the relay; null for nothing.</param>
    public static async Task<EdgeHost> StartAsync(string books, ChainConnection chain, FollowedIndex index, string owner, UnlockedAccount operatorKey, int port, RelayOptions options, Action<WebApplication>? map = null)
    {
        var store = EdgeStore.Open(books, await chain.GetIdentityAsync(default));
        var relay = new EdgeRelay(options, store, chain, index, owner, operatorKey.Key, new NothingKnownCharged(), TimeProvider.System, NullLoggerFactory.Instance);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Bound();

            // Else tests of slow clients would take as long.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(3);
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddChainHttp(new DidResolver(index, chain, TimeProvider.System), chain, () => index.Health);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseChainHttp();
        relay.Map(app, () => new Uri(app.Urls.Single()).Authority);
        map?.Invoke(app);
        await app.StartAsync();
        return new EdgeHost(app, relay);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
        await Relay.DisposeAsync();
        _stop.Dispose();
    }
}
