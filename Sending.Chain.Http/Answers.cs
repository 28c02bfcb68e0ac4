using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sending.Chain.Http;

/// <summary>Writes JSON answers, problem details (RFC 9457) among them.</summary>
internal static class Answers
{
    public const string ProblemType = "application/problem+json";

    /// <summary>Tells what is wrong, to programs by <paramref name="type"/>, to people by the rest.</summary>
    public static Task ProblemAsync(HttpContext context, int status, string type, string title, string? detail)
    {
        var problem = new JsonObject { ["type"] = type, ["title"] = title, ["status"] = status, ["detail"] = detail };
        return WriteAsync(context, status, ProblemType, Bytes(problem));
    }

    /// <summary>JSON as it goes out.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonNode json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes a body; to HEAD only what is said about it.</summary>
    public static Task WriteAsync(HttpContext context, int status, string mediaType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
