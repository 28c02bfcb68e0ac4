using System.Text.Json.Nodes;

namespace Sending.Testing;

/// <summary>One request that the proxy got, alone or in a batch, and what became of it.</summary>
public sealed class RpcCall
{
    private readonly Func<JsonObject, CancellationToken, Task<JsonNode>> _forward;
    private int _forwarded;

    internal RpcCall(JsonNode? request, Func<JsonObject, CancellationToken, Task<JsonNode>> forward)
    {
        _forward = forward;
        Request = request;
        Method = (request as JsonObject)?["method"]?.GetValue<string>() ?? "";
        Params = (request as JsonObject)?["params"] ?? new JsonArray();
    }

    /// <summary>The request; null when it was no JSON.</summary>
    public JsonNode? Request { get; }

    /// <summary>The JSON-RPC method; empty when there was none.</summary>
    public string Method { get; }

    /// <summary>Its parameters.</summary>
    public JsonNode Params { get; }

    /// <summary>What the proxy did.</summary>
    public Fault Fault { get; internal set; } = Fault.Pass;

    /// <summary>How often the node got it.</summary>
    public int Forwarded => _forwarded;

    /// <summary>Asks the node.</summary>
    public async Task<RpcAnswer> ForwardAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _forwarded);
        return RpcAnswer.Json(await _forward((JsonObject)Request!.DeepClone(), cancellationToken));
    }

    public override string ToString() => $"{Method} ({Fault.Name}, forwarded {Forwarded} times)";
}
