using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Sending.Chain.Formats;
using Sending.Chain.Http.Login;
using Sending.Chain.Http.Problems;
using Sending.Edge.Relay;

namespace Sending.Edge.Api;

/// <summary>Opens sockets: <c>GET /v1/socket</c> with the subprotocol <c>sending.v1</c>, the token in the header or, for browsers, as a second subprotocol.</summary>
internal sealed class SocketEndpoint(LoginEndpoints login, RateGuard rates, EnvelopeRelay relay, Mailboxes mailboxes, ApiOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public const string Subprotocol = "sending.v1";

    private const string TokenPrefix = "bearer.";

    private readonly Lock _turn = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Sockets that are open.</summary>
    public int Count => Volatile.Read(ref _count);

    public async Task AnswerAsync(HttpContext context)
    {
        var requested = context.WebSockets.WebSocketRequestedProtocols;
        var token = requested.FirstOrDefault(each => each.StartsWith(TokenPrefix, StringComparison.Ordinal));
        var session = token is null ? login.Require(context) : login.Require(token[TokenPrefix.Length..]);
        rates.RequireRequest(session.Did);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new RefusalException(new Refusal(StatusCodes.Status426UpgradeRequired, ProblemCode.UpgradeRequired, "This is a WebSocket", "Ask for an upgrade to a WebSocket (RFC 6455)."));
        }

        if (!requested.Contains(Subprotocol))
        {
            throw new RefusalException(Refusal.Malformed($"Ask for the subprotocol {Subprotocol}."));
        }

        Enter(session.Did);
        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                SubProtocol = Subprotocol,
                KeepAliveInterval = options.KeepAlive,
                KeepAliveTimeout = options.KeepAlive,
            });
            await ServeAsync(context, socket, session);
        }
        finally
        {
            Leave(session.Did);
        }
    }

    private async Task ServeAsync(HttpContext context, WebSocket socket, LoginSession session)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var channel = new SocketChannel(socket, ClientEndpoints.LargestEnvelope, options.MessageTime, time);
        var (status, reason) = (WebSocketCloseStatus.NormalClosure, "");
        try
        {
            await new SocketSession(session, channel, relay, mailboxes, rates, options, time).RunAsync(stop.Token);
        }
        catch (SocketRefusedException refused)
        {
            (status, reason) = (refused.Status, refused.Message);
        }
        catch (OperationCanceledException)
        {
            (status, reason) = (WebSocketCloseStatus.EndpointUnavailable, "The Edge is stopping.");
        }
        catch (WebSocketException)
        {
            return;
        }

        await CloseAsync(socket, status, reason);
    }

    private async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string reason)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, reason, patience.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }

    private void Enter(Did did)
    {
        lock (_turn)
        {
            var own = _open.GetValueOrDefault(did.Address);
            if (own >= options.SocketsPerDid || _count >= options.Sockets)
            {
                throw new RefusalException(new Refusal(StatusCodes.Status429TooManyRequests, ProblemCode.TooManySockets, "Too many sockets are open", "Close one first, or use HTTP.")
                {
                    RetryAfter = TimeSpan.FromSeconds(10),
                });
            }

            _open[did.Address] = own + 1;
            _count++;
        }
    }

    private void Leave(Did did)
    {
        lock (_turn)
        {
            _count--;
            if (--_open[did.Address] == 0)
            {
                _open.Remove(did.Address);
            }
        }
    }
}
