using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Api;

/// <summary>Whole messages over a WebSocket, each so large and so slow at most.</summary>
internal sealed class SocketChannel(WebSocket socket, int largest, TimeSpan messageTime, TimeProvider time)
{
    private const int FirstBuffer = 4 << 10;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Reads a message; null when the client has closed.</summary>
    /// <exception cref="SocketRefusedException">It is too large, too slow, or no text.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FirstBuffer);

        // A client may say nothing for long; what it has begun must come to an end.
        var received = await ReceiveAsync(buffer.GetMemory(FirstBuffer), Timeout.InfiniteTimeSpan, cancellationToken);
        var start = time.GetTimestamp();
        while (true)
        {
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (received.MessageType != WebSocketMessageType.Text)
            {
                throw new SocketRefusedException(WebSocketCloseStatus.InvalidMessageType, "Messages are JSON texts.");
            }

            buffer.Advance(received.Count);
            if (buffer.WrittenCount > largest)
            {
                throw new SocketRefusedException(WebSocketCloseStatus.MessageTooBig, $"A message has at most {largest} bytes.");
            }

            if (received.EndOfMessage)
            {
                return buffer.WrittenMemory;
            }

            var left = messageTime - time.GetElapsedTime(start);
            received = await ReceiveAsync(buffer.GetMemory(FirstBuffer), left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Sends an object with its type.</summary>
    public Task SendAsync(string type, JsonObject members, CancellationToken cancellationToken)
    {
        members.Insert(0, "type", type);
        return SendAsync(JsonSerializer.SerializeToUtf8Bytes(members), cancellationToken);
    }

    /// <summary>Hands out an envelope.</summary>
    public Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FirstBuffer + (delivery.Envelope.Body.Length * 4 / 3));
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "deliver");
            RelayJson.WriteMembers(writer, delivery);
            writer.WriteEndObject();
        }

        return SendAsync(buffer.WrittenMemory, cancellationToken);
    }

    /// <summary>Receiving itself is never cancelled: that would end the socket without a word.</summary>
    private async Task<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, CancellationToken.None).AsTask().WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new SocketRefusedException(WebSocketCloseStatus.PolicyViolation, "A message did not arrive in time.");
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(messageTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        await _turn.WaitAsync(either.Token);
        try
        {
            // A client that does not read loses its socket by the deadline.
            await socket.SendAsync(message, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, either.Token);
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>A message ends the socket.</summary>
internal sealed class SocketRefusedException(WebSocketCloseStatus status, string reason) : Exception(reason)
{
    public WebSocketCloseStatus Status { get; } = status;
}
