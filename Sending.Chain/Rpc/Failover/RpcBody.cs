using System.Globalization;
using System.Text.Json;

namespace Sending.Chain.Rpc.Failover;

/// <summary>A JSON-RPC request, single or batch, as far as it matters where and how often it may be sent.</summary>
internal sealed class RpcBody
{
    private static readonly string[] RepeatablePrefixes = ["eth_", "net_", "web3_"];

    // They send or sign with a key of the node's, or belong to a filter that one node alone has.
    private static readonly string[] Unrepeatable =
    [
        "eth_sendTransaction", "eth_sign", "eth_signTransaction", "eth_signTypedData", "eth_signTypedData_v4",
        "eth_newFilter", "eth_newBlockFilter", "eth_newPendingTransactionFilter", "eth_getFilterChanges", "eth_getFilterLogs", "eth_uninstallFilter",
    ];

    private RpcBody(byte[] bytes) => Bytes = bytes;

    /// <summary>The request as sent.</summary>
    public byte[] Bytes { get; }

    /// <summary>
    /// Whether sending it again has the same effect as sending it once: reads, and signed transactions, which a chain takes once (EIP-155 nonce).
    /// </summary>
    public bool Repeatable { get; private set; }

    /// <summary>Which of the chain's heights the answer tells; a batch tells none.</summary>
    public HeightKind? Asks { get; private init; }

    /// <summary>Whether it lists the events of several blocks, so that the range may be too large.</summary>
    public bool ListsRange { get; private init; }

    /// <summary>Whether events are asked for.</summary>
    public bool ListsEvents { get; private init; }

    public static RpcBody Parse(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            var items = root.EnumerateArray().ToList();
            return new RpcBody(bytes)
            {
                Repeatable = items.TrueForAll(item => IsRepeatable(Method(item))),
                ListsEvents = items.Exists(item => Method(item) == "eth_getLogs"),
                ListsRange = items.Exists(IsRange),
            };
        }

        var method = Method(root);
        return new RpcBody(bytes)
        {
            Repeatable = IsRepeatable(method),
            ListsEvents = method == "eth_getLogs",
            ListsRange = IsRange(root),
            Asks = (method, Parameter(root) is { ValueKind: JsonValueKind.String } tag ? tag.GetString() : null) switch
            {
                ("eth_blockNumber", _) or ("eth_getBlockByNumber", "latest") => HeightKind.Latest,
                ("eth_getBlockByNumber", "finalized") => HeightKind.Finalized,
                _ => null,
            },
        };
    }

    /// <summary>A request of our own.</summary>
    public static RpcBody Of(string method, params object[] parameters)
        => Parse(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = parameters }));

    private static bool IsRepeatable(string method)
        => RepeatablePrefixes.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal)) && !Unrepeatable.Contains(method);

    private static string Method(JsonElement request)
        => request.ValueKind == JsonValueKind.Object && request.TryGetProperty("method", out var method) && method.ValueKind == JsonValueKind.String
            ? method.GetString()!
            : "";

    private static JsonElement Parameter(JsonElement request)
        => request.TryGetProperty("params", out var parameters) && parameters.ValueKind == JsonValueKind.Array ? parameters.EnumerateArray().FirstOrDefault() : default;

    private static bool IsRange(JsonElement request)
    {
        if (Method(request) != "eth_getLogs" || Parameter(request) is not { ValueKind: JsonValueKind.Object } filter || filter.TryGetProperty("blockHash", out _))
        {
            return false;
        }

        string Edge(string name) => filter.TryGetProperty(name, out var edge) && edge.ValueKind == JsonValueKind.String ? edge.GetString()! : "latest";
        return !string.Equals(Edge("fromBlock"), Edge("toBlock"), StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A height of the chain that only rises, reorganizations aside.</summary>
internal enum HeightKind
{
    /// <summary>The newest block.</summary>
    Latest,

    /// <summary>The newest final block.</summary>
    Finalized,
}

/// <summary>A height that an answer told, and the block's timestamp when it told it.</summary>
internal sealed record Height(HeightKind Kind, long Number, DateTimeOffset? Time)
{
    /// <summary>A quantity of the JSON-RPC specification; null when it is none.</summary>
    public static long? Quantity(JsonElement value)
        => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 2 } text && text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
