using Microsoft.AspNetCore.Http;
using Sending.Chain.Http.Identifiers;

namespace Sending.Chain.Http.OpenApi;

/// <summary>The API's description in OpenAPI 3.1.</summary>
internal static class OpenApiDocument
{
    public const string Path = "/openapi.json";

    private const string MediaType = "application/json";

    private static readonly Lazy<byte[]> s_document = new(Load);

    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = Caching.Newest;
        context.Response.Headers.ETag = Caching.TagOf(s_document.Value).ToString();
        return Answers.WriteAsync(context, StatusCodes.Status200OK, MediaType, s_document.Value);
    }

    private static byte[] Load()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
