using System.Diagnostics.Metrics;
using System.Numerics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nethereum.Signer;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Http.Login;
using Sending.Chain.Http.Problems;
using Sending.Chain.Identity;
using Sending.Chain.Relay;
using Sending.Chain.Rpc;
using Sending.Edge.Api;
using Sending.Edge.Cache;
using Sending.Edge.Receipts;
using Sending.Edge.Relay;
using Sending.Edge.Storage;

namespace Sending.Edge;

/// <summary>The relay of an Edge: log-in, envelopes, receipts, forwarding. It is put together here, and nowhere else.</summary>
public sealed class EdgeRelay : IAsyncDisposable
{
    private static readonly TimeSpan s_sweepPeriod = TimeSpan.FromSeconds(10);

    private readonly RelayOptions _options;
    private readonly ChainConnection _connection;
    private readonly IProtocolSource _source;
    private readonly TimeProvider _time;
    private readonly ILogger<EdgeRelay> _log;
    private readonly EdgeStore _store;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private readonly RateGuard _rates;
    private readonly Mailboxes _mailboxes = new();
    private readonly ChainTerms _terms;
    private readonly EnvelopeCache _cache;
    private readonly Forwarder _forwarder;
    private readonly EnvelopeRelay _relay;

    /// <param name="options">What is granted to others.</param>
    /// <param name="store">The books.</param>
    /// <param name="connection">The node.</param>
    /// <param name="source">The protocol's state, kept at the newest block.</param>
    /// <param name="owner">Owner of the Edge's node (EIP-55).</param>
    /// <param name="operatorKey">The node's operator, by which it logs in to other Edges.</param>
    /// <param name="charged">What settlements have charged.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="logs">Where to log.</param>
    public EdgeRelay(
        RelayOptions options,
        EdgeStore store,
        ChainConnection connection,
        IProtocolSource source,
        string owner,
        EthECKey operatorKey,
        IChargedSoFar charged,
        TimeProvider time,
        ILoggerFactory logs)
    {
        (_options, _store, _connection, _source, _time, _log) = (options, store, connection, source, time, logs.CreateLogger<EdgeRelay>());
        var deployment = connection.Deployment;
        _rates = new RateGuard(options.Api);
        _terms = new ChainTerms(source, owner, charged);
        Ledger = new ReceiptLedger(store, _terms, TypedDataDomain.OfWork(deployment.ChainId, deployment.Contracts.WorkProofs), options.Ledger);
        _cache = new EnvelopeCache(store, Ledger, options.Cache, time);
        var directory = new EdgeDirectory(source);
        var homes = new HomeEdges(new DidResolver(source, connection, time), directory, _cache, owner);
        var peers = new EdgePeers(_http, new EdgeAccount(new Did(owner), operatorKey, null), deployment.ChainId, directory, time);
        _forwarder = new Forwarder(_cache, homes, peers, _mailboxes, time, logs.CreateLogger<Forwarder>());
        _relay = new EnvelopeRelay(_cache, Ledger, _terms, homes, directory, _mailboxes, _forwarder, options.Cache);
    }

    /// <summary>Who was served how much, and the receipts for it.</summary>
    public ReceiptLedger Ledger { get; }

    /// <summary>Envelopes and bytes that are kept.</summary>
    public (long Envelopes, long Bytes) Stored => _cache.Stored;

    /// <summary>Counts what is kept.</summary>
    public void Measure(Meter meter)
    {
        meter.CreateObservableGauge("sending_envelopes", () => Stored.Envelopes, null, "Envelopes that wait for their recipients.");
        meter.CreateObservableGauge("sending_envelope_bytes", () => Stored.Bytes, "bytes", "What they take on the disk.");
    }

    /// <summary>Serves the API.</summary>
    /// <param name="app">The host, with routing.</param>
    /// <param name="domain">The Edge's own authority, which log-ins must be made for.</param>
    public void Map(WebApplication app, Func<string> domain)
    {
        BigInteger chainId = _connection.Deployment.ChainId;
        var login = new LoginEndpoints(_source, chainId, domain, new LoginSessions(_time), _time);
        var clients = new ClientEndpoints(login, _rates, _relay, _mailboxes);
        var info = new InfoEndpoint(_connection.Deployment, _terms, _options.Ledger, _options.Cache);
        var sockets = new SocketEndpoint(login, _rates, _relay, _mailboxes, _options.Api, app.Services.GetRequiredService<IHostApplicationLifetime>(), _time);
        app.UseWebSockets();
        app.MapPost(LoginEndpoints.NoncePath, Requests.Guard(context => Slowly(context, login.GiveNonceAsync)));
        app.MapPost(LoginEndpoints.LoginPath, Requests.Guard(context => Slowly(context, login.LogInAsync)));
        app.MapGet("/v1/info", Requests.Guard(info.AnswerAsync));
        app.MapPost("/v1/envelopes", Requests.Guard(clients.SendAsync));
        app.MapGet("/v1/envelopes", Requests.Guard(clients.ReceiveAsync));
        app.MapPost("/v1/acknowledgements", Requests.Guard(clients.AcknowledgeAsync));
        app.MapPost("/v1/receipts", Requests.Guard(clients.TakeReceiptAsync));
        app.MapGet("/v1/account", Requests.Guard(clients.GetAccountAsync));
        app.MapPost("/v1/forward", Requests.Guard(clients.ForwardAsync));
        app.Map("/v1/socket", Requests.Guard(sockets.AnswerAsync));
    }

    /// <summary>Forwards and sweeps until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_forwarder.RunAsync(cancellationToken), SweepAsync(cancellationToken));

    /// <summary>Writes what is queued, and closes the books.</summary>
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _rates.Dispose();
        _http.Dispose();
    }

    private Task Slowly(HttpContext context, RequestDelegate next)
    {
        _rates.RequireLogin(context);
        return next(context);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_sweepPeriod, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                while (await _cache.SweepAsync(cancellationToken))
                {
                }
            }
            catch (SendingException error)
            {
                _log.LogWarning("What has ended cannot be removed: {Reason}", error.Message);
            }
        }
    }
}
