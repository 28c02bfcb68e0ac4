using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Rpc;

/// <summary>
/// Sits under the RPC client and turns everything that is not a JSON-RPC answer (no connection, time-out, HTML, an HTTP error)
/// into a <see cref="SendingException"/> that says what came instead. A JSON-RPC answer under an HTTP error is passed on as one.
/// </summary>
internal sealed class TransportGuard(Uri url, RpcOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.RequestTimeout);
        try
        {
            var response = await base.SendAsync(request, deadline.Token);
            await response.Content.LoadIntoBufferAsync(deadline.Token);
            return await CheckAsync(response, cancellationToken);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable($"does not answer within {Duration.Format(options.RequestTimeout)}", error);
        }
        catch (HttpRequestException error)
        {
            throw Unreachable(Describe(error), error);
        }
    }

    private static string Describe(HttpRequestException error) => error switch
    {
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "cannot be reached: nothing listens there (connection refused)",
        { HttpRequestError: HttpRequestError.NameResolutionError } => "cannot be reached: the host name is unknown",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "cannot be reached: no secure connection (is it https?)",
        _ => $"cannot be reached: {error.Message}",
    };

    private async Task<HttpResponseMessage> CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (IsJsonRpc(body))
        {
            response.StatusCode = HttpStatusCode.OK;
            return response;
        }

        var status = (int)response.StatusCode;
        var what = response.Content.Headers.ContentType?.MediaType is "text/html" ? "a web page (HTML)" : "something that is not JSON-RPC";
        response.Dispose();
        throw Unreachable(status is >= 200 and < 300 ? $"answers with {what}" : $"answers with HTTP status {status} and {what}", null);
    }

    private static bool IsJsonRpc(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var first = document.RootElement.ValueKind == JsonValueKind.Array
                ? document.RootElement.EnumerateArray().FirstOrDefault()
                : document.RootElement;
            return first.ValueKind == JsonValueKind.Object && (first.TryGetProperty("result", out _) || first.TryGetProperty("error", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private SendingException Unreachable(string what, Exception? cause)
        => new(
            ErrorCode.NodeUnreachable,
            $"The node at {url} {what}. Check that it runs and that the RPC URL is right; for a local network see `sending-cli devnet status`.",
            new Dictionary<string, string> { ["rpcUrl"] = url.ToString() },
            cause);
}
