using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sending.Chain.Errors;
using Sending.Chain.Wire;

namespace Sending.Chain.Http.Problems;

/// <summary>What every endpoint that takes JSON does: reads so much and no more, and tells what is wrong by problem details.</summary>
public static class Requests
{
    private const int AtOnce = 16 << 10;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    /// <summary>An endpoint whose refusals, and a client's bad input, become problem details.</summary>
    public static RequestDelegate Guard(RequestDelegate endpoint) => async context =>
    {
        try
        {
            await endpoint(context);
        }
        catch (Exception error) when (Translate(error) is { } refusal && !context.Response.HasStarted)
        {
            if (refusal.Status >= StatusCodes.Status500InternalServerError)
            {
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Requests)).LogWarning(error, "A request cannot be served.");
            }

            if (LeavesBody(context, refusal))
            {
                // The connection ends with this answer, since nobody reads what still comes; said, so that the client does not use it again.
                context.Response.Headers.Connection = "close";
            }

            await refusal.WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be answered.
        }
    };

    private static bool LeavesBody(HttpContext context, Refusal refusal)
        => context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
            && (refusal.Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false });

    /// <summary>What a request that ended so is told; null for what is an error of the program.</summary>
    public static Refusal? Translate(Exception error) => error switch
    {
        RefusalException refused => refused.Refusal,
        FormatException format => Refusal.Malformed(format.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(null),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } slow => new(slow.StatusCode, ProblemCode.TooSlow, "The request came too slowly", "The body did not arrive in time. Send it again."),
        BadHttpRequestException bad => Refusal.Malformed(bad.Message) with { Status = bad.StatusCode },
        SendingException { Code: ErrorCode.LoginRefused } login => new(StatusCodes.Status403Forbidden, ProblemCode.LoginRefused, "The log-in is refused", login.Message)
        {
            Members = () => login.Details.Select(detail => KeyValuePair.Create(detail.Key, (JsonNode?)detail.Value)),
        },
        SendingException { Code: ErrorCode.NodeUnreachable or ErrorCode.NodeRefused or ErrorCode.StateUnusable or ErrorCode.WrongChain } trouble =>
            new(StatusCodes.Status503ServiceUnavailable, ProblemCode.Unavailable, "Not available just now", trouble.Message) { RetryAfter = s_pause },
        _ => null,
    };

    /// <summary>Reads the body, at most <paramref name="most"/> bytes.</summary>
    /// <exception cref="RefusalException">413: it is larger.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            throw new RefusalException(TooLarge(most));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        // More than this is taken as it comes: who announces much and sends nothing holds nothing.
        if (context.Request.ContentLength is { } length and <= AtOnce)
        {
            var exact = new byte[length];
            await context.Request.Body.ReadExactlyAsync(exact, context.RequestAborted);
            return exact;
        }

        var buffer = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.GetMemory(4096), context.RequestAborted)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > most)
            {
                throw new RefusalException(TooLarge(most));
            }
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads a JSON object of at most <paramref name="most"/> bytes.</summary>
    public static async Task<T> ReadObjectAsync<T>(HttpContext context, int most, Func<WireObject, T> read) => WireObject.Read(await ReadBodyAsync(context, most), read);

    /// <summary>Answers with JSON that nobody may keep.</summary>
    public static Task WriteAsync(HttpContext context, int status, JsonNode json) => WriteAsync(context, status, Answers.Bytes(json));

    /// <summary>Answers with JSON that nobody may keep.</summary>
    public static Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> json)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Answers.WriteAsync(context, status, "application/json", json);
    }

    /// <summary>A body that is too large.</summary>
    public static Refusal TooLarge(int? most) => new(
        StatusCodes.Status413PayloadTooLarge,
        ProblemCode.TooLarge,
        "The request is too large",
        most is null ? "The body is larger than is taken here." : $"The body is larger than the {most} bytes that are taken here.");
}
