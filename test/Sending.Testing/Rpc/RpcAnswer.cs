using System.Text.Json.Nodes;

namespace Sending.Testing;

/// <summary>What goes back over HTTP.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Body">The whole body.</param>
public sealed record RpcAnswer(int Status, string ContentType, string Body)
{
    /// <summary>The header of that name (RFC 9110, 10.2.3); null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the connection breaks after half of the body.</summary>
    public bool Broken { get; init; }

    /// <summary>A JSON-RPC answer of the node, which may go into a batch; null when this is none.</summary>
    internal JsonNode? Item { get; private init; }

    /// <summary>A result.</summary>
    public static RpcAnswer Result(JsonNode? request, JsonNode? result) => Json(Envelope(request, "result", result?.DeepClone()));

    /// <summary>An error of the node.</summary>
    public static RpcAnswer Error(JsonNode? request, RpcRefusal error)
        => Json(Envelope(request, "error", new JsonObject { ["code"] = error.Code, ["message"] = error.Message }));

    /// <summary>A whole JSON-RPC answer.</summary>
    public static RpcAnswer Json(JsonNode answer) => new(200, "application/json", answer.ToJsonString()) { Item = answer };

    private static JsonObject Envelope(JsonNode? request, string name, JsonNode? value)
        => new() { ["jsonrpc"] = "2.0", ["id"] = (request as JsonObject)?["id"]?.DeepClone(), [name] = value };
}

/// <summary>An error that a node reports.</summary>
public sealed record RpcRefusal(int Code, string Message)
{
    /// <summary>The pool or the chain has this very transaction.</summary>
    public static readonly RpcRefusal AlreadyKnown = new(-32000, "already known");

    /// <summary>A transaction with this nonce is mined.</summary>
    public static readonly RpcRefusal NonceTooLow = new(-32000, "nonce too low");

    /// <summary>The pool has another transaction with this nonce and nearly the same fee.</summary>
    public static readonly RpcRefusal ReplacementUnderpriced = new(-32000, "replacement transaction underpriced");
}
