using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Identity.Login;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay;

/// <summary>The HTTP API of one Edge: each call is one request, and each way that one fails is a <see cref="SendingException"/>.</summary>
/// <param name="http">Sends; best without redirects.</param>
/// <param name="url">The Edge's public base URL.</param>
/// <param name="time">The machine's clock.</param>
public sealed class EdgeHttp(HttpClient http, Uri url, TimeProvider time)
{
    private const int LargestAnswer = 64 << 20;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_loginLife = TimeSpan.FromMinutes(5);

    /// <summary>The Edge's public base URL.</summary>
    public Uri Url { get; } = new(url.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>What the Edge tells of itself.</summary>
    public async Task<EdgeInfo> GetInfoAsync(CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, "v1/info", null, null, cancellationToken);
        return Read(answer, RelayJson.ReadInfo);
    }

    /// <summary>Logs in.</summary>
    /// <returns>The bearer token, good for an hour or until the Edge starts anew.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.EdgeRefused"/>, <see cref="ErrorCode.EdgeUnreachable"/>.</exception>
    public async Task<string> LogInAsync(EdgeAccount account, long chainId, CancellationToken cancellationToken)
    {
        var given = await SendAsync(HttpMethod.Post, "v1/login/nonce", null, null, cancellationToken);
        var now = time.GetUtcNow();
        var nonce = Read(given, json => json.Text("nonce"));
        LoginMessage message;
        try
        {
            message = LoginMessage.Create(Url.Authority, account.Address, account.Did, chainId, nonce, now, now + s_loginLife);
        }
        catch (FormatException error)
        {
            throw Misbehaves(error);
        }

        var request = new JsonObject
        {
            ["message"] = message.Text,
            ["signature"] = "0x" + Convert.ToHexStringLower(message.Sign(account.Key)),
            ["payer"] = account.Payer?.ToString(),
        };
        var answer = await SendAsync(HttpMethod.Post, "v1/login", Bytes(request), null, cancellationToken);
        return Read(answer, json => json.Text("token"));
    }

    /// <summary>Hands an envelope over to the Edge, as another Edge.</summary>
    public async Task ForwardAsync(Envelope envelope, string token, CancellationToken cancellationToken)
        => await SendAsync(HttpMethod.Post, "v1/forward", Bytes(envelope), token, cancellationToken);

    /// <summary>Whether an Edge refused because the token is not known, or not any more: log in again.</summary>
    public static bool IsLoggedOut(SendingException error) => EdgeProblem.IsLoggedOut(error);

    /// <summary>Whether an Edge refused what it would never take.</summary>
    public static bool IsForEver(SendingException error) => error.Is("malformed") || error.Is("too-large") || error.Is("ttl-too-long") || error.Is("id-in-use");

    /// <summary>Asks once.</summary>
    /// <param name="method">How.</param>
    /// <param name="path">What, relative to the base URL.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="token">A bearer token; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="wait">How long the Edge may think, beyond the usual time.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.EdgeRefused"/> with the Edge's reason in <c>details["problem"]</c>; <see cref="ErrorCode.EdgeUnreachable"/>: no answer, or none that
    /// can be read.
    /// </exception>
    public async Task<ReadOnlyMemory<byte>> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? token, CancellationToken cancellationToken, TimeSpan wait = default)
    {
        using var request = new HttpRequestMessage(method, new Uri(Url, path));
        request.Content = body is { } bytes ? new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } } : null;
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var deadline = new CancellationTokenSource(s_timeout + wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await ReadAsync(response, either.Token);
            return response.IsSuccessStatusCode ? answer : throw EdgeProblem.Of(Url, (int)response.StatusCode, answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw EdgeProblem.Unreachable(Url, "it does not answer in time");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw EdgeProblem.Unreachable(Url, error.Message, error);
        }
    }

    /// <summary>Reads an answer; one that cannot be read is the Edge's fault.</summary>
    internal T Read<T>(ReadOnlyMemory<byte> answer, Func<WireObject, T> read)
    {
        try
        {
            return WireObject.Read(answer, read);
        }
        catch (FormatException error)
        {
            throw Misbehaves(error);
        }
    }

    internal static ReadOnlyMemory<byte> Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json);

    internal static ReadOnlyMemory<byte> Bytes(Envelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + (envelope.Body.Length * 4 / 3));
        using (var writer = new Utf8JsonWriter(buffer))
        {
            RelayJson.Write(writer, envelope);
        }

        return buffer.WrittenMemory;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        int read;
        while ((read = await content.ReadAsync(buffer.GetMemory(16 << 10), cancellationToken)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > LargestAnswer)
            {
                throw EdgeProblem.Unreachable(Url, "its answer has no end");
            }
        }

        return buffer.WrittenMemory;
    }

    private SendingException Misbehaves(FormatException error) => EdgeProblem.Unreachable(Url, $"its answer cannot be read: {error.Message}", error);
}
