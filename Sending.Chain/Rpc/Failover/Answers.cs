using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Sending.Chain.Amounts;

namespace Sending.Chain.Rpc.Failover;

/// <summary>Judges what came back over HTTP.</summary>
internal static class Answers
{
    /// <summary>Sorts an answer.</summary>
    public static async Task<Attempt> JudgeAsync(RpcEndpoint endpoint, RpcBody request, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var status = (int)response.StatusCode;
        var retryAfter = RetryAfter(response.Headers.RetryAfter, now);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return new Attempt(endpoint, null, NoJsonRpc(response, malformed: true) with { RetryAfter = retryAfter });
        }

        using (document)
        {
            var items = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : new[] { document.RootElement };
            if (items.Length == 0 || !items.All(IsJsonRpc))
            {
                return new Attempt(endpoint, null, NoJsonRpc(response, malformed: false) with { RetryAfter = retryAfter });
            }

            var failure = items.Select(item => Refusal(request, item)).FirstOrDefault(refusal => refusal is not null)
                ?? (IsTransient(status) && status != 500 ? new Failure(KindOf(status), $"answers with HTTP status {status}") : null);
            return new Attempt(endpoint, body, failure is null ? null : failure with { RetryAfter = retryAfter }, ReadHeight(request, items[0]));
        }
    }

    /// <summary>A request that found no answer.</summary>
    public static Failure Describe(HttpRequestException error) => error switch
    {
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } }
            => new Failure(FailureKind.Lasting, "cannot be reached: nothing listens there (connection refused)") { Cause = error },
        { HttpRequestError: HttpRequestError.NameResolutionError }
            => new Failure(FailureKind.Lasting, "cannot be reached: the host name is unknown") { Cause = error },
        { HttpRequestError: HttpRequestError.SecureConnectionError }
            => new Failure(FailureKind.Lasting, "cannot be reached: no secure connection (is it https?)") { Cause = error },
        _ => new Failure(FailureKind.Transient, $"cannot be reached: {error.Message}") { Cause = error },
    };

    /// <summary>No answer in time.</summary>
    public static Failure Silent(TimeSpan limit, Exception? cause)
        => new(FailureKind.Transient, $"does not answer within {Duration.Format(limit)}") { Cause = cause };

    private static bool IsTransient(int status) => status is 408 or 425 or 429 or >= 500;

    private static FailureKind KindOf(int status) => status == (int)HttpStatusCode.TooManyRequests ? FailureKind.RateLimited : FailureKind.Transient;

    private static Failure NoJsonRpc(HttpResponseMessage response, bool malformed)
    {
        var status = (int)response.StatusCode;
        var html = response.Content.Headers.ContentType?.MediaType is "text/html";
        var what = html ? "a web page (HTML)" : "something that is not JSON-RPC";
        return status is >= 200 and < 300
            ? new Failure(malformed && !html ? FailureKind.Transient : FailureKind.Lasting, $"answers with {what}")
            : new Failure(IsTransient(status) ? KindOf(status) : FailureKind.Lasting, $"answers with HTTP status {status} and {what}");
    }

    private static bool IsJsonRpc(JsonElement item)
        => item.ValueKind == JsonValueKind.Object && (item.TryGetProperty("result", out _) || item.TryGetProperty("error", out _));

    private static Failure? Refusal(RpcBody request, JsonElement item)
    {
        if (!item.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var code = error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : 0;
        var message = error.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
        return Refusals.IsRateLimit(request, code, message) ? new Failure(FailureKind.RateLimited, $"is over its limit: {message}")
            : Refusals.IsBehind(message) ? new Failure(FailureKind.Behind, $"lacks a block: {message}")
            : null;
    }

    private static Height? ReadHeight(RpcBody request, JsonElement item)
    {
        if (request.Asks is not { } kind || !item.TryGetProperty("result", out var result))
        {
            return null;
        }

        if (result.ValueKind != JsonValueKind.Object)
        {
            return Height.Quantity(result) is { } head ? new Height(kind, head, null) : null;
        }

        return result.TryGetProperty("number", out var number) && Height.Quantity(number) is { } height
            ? new Height(kind, height, result.TryGetProperty("timestamp", out var time) && Height.Quantity(time) is { } seconds and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null)
            : null;
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
        => header?.Delta ?? (header?.Date is { } date && date > now ? date - now : null);
}
