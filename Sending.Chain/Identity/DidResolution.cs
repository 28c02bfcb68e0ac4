using System.Text.Json.Nodes;

namespace Sending.Chain.Identity;

/// <summary>What became of resolving a DID: a document or an error, never both.</summary>
public sealed record DidResolution
{
    private const string Context = "https://w3id.org/did-resolution/v1";

    /// <summary>
    /// The document; null when there is an error. It may be shared with other callers: clone it (<see cref="JsonNode.DeepClone"/>) before
    /// changing it or putting it into something else.
    /// </summary>
    public JsonObject? Document { get; init; }

    /// <summary>Media type of the document: <c>application/did</c>, or <c>application/did+ld+json</c> in the profile of <c>ethr-did-resolver</c>; null when there is an error.</summary>
    public string? ContentType { get; init; }

    /// <summary>What is known of the document; empty when there is an error.</summary>
    public DidDocumentMetadata DocumentMetadata { get; init; } = new();

    /// <summary>Why there is no document; null when there is one.</summary>
    public DidResolutionError? Error { get; init; }

    /// <summary>The error in sentences for a person; null when there is a document.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>A resolution that failed.</summary>
    /// <param name="error">Why.</param>
    /// <param name="message">The same in sentences for a person.</param>
    public static DidResolution Failed(DidResolutionError error, string message) => new() { Error = error, ErrorMessage = message };

    /// <summary>The DID resolution result object (DID Resolution 1.0, "DID Resolution Result"); its error has the form of RFC 9457.</summary>
    public JsonObject ToJson()
    {
        var metadata = new JsonObject();
        if (Error is { } error)
        {
            metadata["error"] = new JsonObject { ["type"] = error.Uri(), ["title"] = error.Title(), ["detail"] = ErrorMessage };
        }
        else
        {
            metadata["contentType"] = ContentType;
        }

        return new JsonObject
        {
            ["@context"] = Context,
            ["didDocument"] = Document?.DeepClone(),
            ["didResolutionMetadata"] = metadata,
            ["didDocumentMetadata"] = DocumentMetadata.ToJson(),
        };
    }
}
