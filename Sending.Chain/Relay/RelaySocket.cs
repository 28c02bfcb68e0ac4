using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>One WebSocket to an Edge: whole messages, sent one at a time.</summary>
internal sealed class RelaySocket : IDisposable
{
    private const string Subprotocol = "sending.v1";
    private const int Portion = 16 << 10;
    private const int LargestMessage = 1 << 20;

    private static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket;
    private readonly Uri _url;
    private readonly SemaphoreSlim _turn = new(1);

    private RelaySocket(ClientWebSocket socket, Uri url) => (_socket, _url) = (socket, url);

    /// <exception cref="SendingException"><see cref="ErrorCode.EdgeRefused"/> when the token is not known, <see cref="ErrorCode.EdgeUnreachable"/>.</exception>
    public static async Task<RelaySocket> OpenAsync(Uri url, string token, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(Subprotocol);
            socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
            socket.Options.CollectHttpResponseDetails = true;
            (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (s_keepAlive, s_keepAlive);
            var address = new UriBuilder(new Uri(url, "v1/socket")) { Scheme = url.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs }.Uri;
            await socket.ConnectAsync(address, cancellationToken);
            return new RelaySocket(socket, url);
        }
        catch (WebSocketException error)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw status == HttpStatusCode.Unauthorized ? EdgeProblem.LoggedOut(url) : EdgeProblem.Unreachable(url, error.Message, error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next message; null when the Edge has closed.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(Portion);
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.GetMemory(Portion), cancellationToken);
                buffer.Advance(received.Count);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (buffer.WrittenCount > LargestMessage)
                {
                    throw EdgeProblem.Unreachable(_url, "its message has no end");
                }

                if (received.EndOfMessage)
                {
                    return buffer.WrittenMemory;
                }
            }
        }
        catch (WebSocketException error)
        {
            throw EdgeProblem.Unreachable(_url, error.Message, error);
        }
    }

    /// <summary>Sends an envelope.</summary>
    public Task SendAsync(Envelope envelope, string? home, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(Portion + (envelope.Body.Length * 4 / 3));
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "send");
            writer.WritePropertyName("envelope");
            RelayJson.Write(writer, envelope);
            writer.WriteString("home", home);
            writer.WriteEndObject();
        }

        return SendAsync(buffer.WrittenMemory, cancellationToken);
    }

    /// <summary>Sends an object with its type.</summary>
    public Task SendAsync(string type, JsonObject members, CancellationToken cancellationToken)
    {
        members.Insert(0, "type", type);
        return SendAsync(EdgeHttp.Bytes(members), cancellationToken);
    }

    /// <summary>Says good-bye; what is unsaid then is lost.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            _socket.Abort();
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, cancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException)
        {
            throw EdgeProblem.Unreachable(_url, error.Message, error);
        }
        finally
        {
            _turn.Release();
        }
    }
}
