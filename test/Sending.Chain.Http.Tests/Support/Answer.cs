using System.Net;
using System.Text.Json;

namespace Sending.Chain.Http.Tests.Support;

/// <summary>What the server answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string? MediaType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public const string Result = "application/did-resolution";
    public const string LinkedDataResult = "application/ld+json;profile=\"https://w3id.org/did-resolution\"";
    public const string Problem = "application/problem+json";
    public const string ErrorNamespace = "https://www.w3.org/ns/did#";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Document => MediaType is Result or LinkedDataResult ? Json.GetProperty("didDocument") : Json;

    public JsonElement Metadata => Json.GetProperty("didDocumentMetadata");

    /// <summary>The error, wherever it stands.</summary>
    public JsonElement Error => MediaType == Problem ? Json : Json.GetProperty("didResolutionMetadata").GetProperty("error");

    public string ErrorName => Error.GetProperty("type").GetString()![ErrorNamespace.Length..];

    public string? ETag => Headers.GetValueOrDefault("ETag");

    public string? CacheControl => Headers.GetValueOrDefault("Cache-Control");

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers.GetValueOrDefault("Content-Type"), await response.Content.ReadAsStringAsync(), headers);
    }
}
