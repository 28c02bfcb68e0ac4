using System.Globalization;
using System.Text.Json.Nodes;

namespace Sending.Testing;

/// <summary>
/// A node as another would look: of another chain, behind, or with other finality. Requests and answers are changed on their way, so that
/// all methods agree with each other.
/// </summary>
internal sealed class NodeView
{
    public long? ChainId { get; set; }

    public Func<long, long>? Head { get; set; }

    public Func<long, long>? Finalized { get; set; }

    public Func<long, long>? Safe { get; set; }

    public async Task<JsonNode> AnswerAsync(JsonObject request, Func<JsonObject, Task<JsonNode>> ask)
    {
        var method = (string?)request["method"];
        if (ChainId is { } chainId && method is "eth_chainId" or "net_version")
        {
            return Result(request, method == "eth_chainId" ? Hex(chainId) : chainId.ToString(CultureInfo.InvariantCulture));
        }

        if ((Head ?? Finalized ?? Safe) is null)
        {
            return await ask(request);
        }

        var real = Number((await ask(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 0, ["method"] = "eth_blockNumber", ["params"] = new JsonArray() }))["result"])!.Value;
        var head = Math.Clamp(Head?.Invoke(real) ?? real, 0, real);
        return method switch
        {
            "eth_blockNumber" => Result(request, Hex(head)),
            "eth_getLogs" when request["params"]?[0] is JsonObject filter && !filter.ContainsKey("blockHash") => Clip(filter, head, real) ? await ask(request) : Result(request, new JsonArray()),
            _ => Rename(request, head, real, method) is { } refusal ? refusal : Hide(await ask(request), head),
        };
    }

    /// <summary>Puts heights in the place of tags; what is above the head is answered as a node answers that does not have it.</summary>
    private JsonNode? Rename(JsonObject request, long head, long real, string? method)
    {
        if (request["params"] is not JsonArray parameters)
        {
            return null;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            parameters[i] = Height(parameters[i], head, real);
        }

        var place = method switch { "eth_getBlockByNumber" => 0, "eth_call" or "eth_getBalance" or "eth_getCode" or "eth_getTransactionCount" => 1, _ => -1 };
        if (place < 0 || place >= parameters.Count || Number(parameters[place]) is not { } height || height <= head)
        {
            return null;
        }

        return place == 0
            ? Result(request, null)
            : new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]?.DeepClone(), ["error"] = new JsonObject { ["code"] = -32000, ["message"] = "header not found" } };
    }

    /// <summary>Cuts a range of logs to what the node has; false when nothing is left.</summary>
    private bool Clip(JsonObject filter, long head, long real)
    {
        foreach (var name in new[] { "fromBlock", "toBlock" })
        {
            filter[name] = Height(filter[name] ?? "latest", head, real);
        }

        if (Number(filter["fromBlock"]) > head)
        {
            return false;
        }

        if (Number(filter["toBlock"]) > head)
        {
            filter["toBlock"] = Hex(head);
        }

        return true;
    }

    private JsonNode? Height(JsonNode? value, long head, long real) => Text(value) switch
    {
        "latest" or "pending" when Head is not null => Hex(head),
        "finalized" => Hex(Math.Clamp(Finalized?.Invoke(real) ?? head, 0, head)),
        "safe" => Hex(Math.Clamp(Safe?.Invoke(real) ?? head, 0, head)),
        _ => value?.DeepClone(),
    };

    private static JsonNode Hide(JsonNode answer, long head)
    {
        if (answer["result"] is JsonObject result && Number(result["blockNumber"] ?? result["number"]) > head)
        {
            answer["result"] = null;
        }

        return answer;
    }

    private static JsonObject Result(JsonObject request, JsonNode? result) => new() { ["jsonrpc"] = "2.0", ["id"] = request["id"]?.DeepClone(), ["result"] = result };

    private static string Hex(long number) => $"0x{number:x}";

    private static string? Text(JsonNode? value) => value is JsonValue single && single.TryGetValue<string>(out var text) ? text : null;

    private static long? Number(JsonNode? value)
        => Text(value) is { Length: > 2 and <= 18 } text && text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
