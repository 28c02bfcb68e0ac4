using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sending.Chain.Identity.Documents;

/// <summary>A service's endpoint as the registry has it: text, or JSON.</summary>
internal static class ServiceEndpoint
{
    private const int MaxDepth = 64;

    /// <summary>The endpoint as a document writes it; false when the value is no UTF-8.</summary>
    /// <param name="value">The attribute's value.</param>
    /// <param name="endpoint">JSON when the value is JSON, a string otherwise.</param>
    public static bool TryRead(byte[] value, out JsonNode? endpoint)
    {
        endpoint = null;
        if (AttributeName.StrictText(value) is not { } text)
        {
            return false;
        }

        try
        {
            using var parsed = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            endpoint = Copy(parsed.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Text, and so is JSON with half a surrogate pair in it, which is no text once it is decoded.
            endpoint = JsonValue.Create(text);
        }

        return true;
    }

    /// <summary>Of a name that an object has twice the last value counts, as in JavaScript.</summary>
    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var json = new JsonObject();
                foreach (var property in element.EnumerateObject())
                {
                    json[property.Name] = Copy(property.Value);
                }

                return json;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            default:
                return element.ValueKind == JsonValueKind.Null ? null : JsonValue.Create(element.Clone());
        }
    }
}
