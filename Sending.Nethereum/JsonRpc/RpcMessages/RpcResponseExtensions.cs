using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nethereum.JsonRpc.Client.RpcMessages;

/// <summary>Results as .NET types.</summary>
public static class RpcResponseExtensions
{
    /// <summary>The result as a <typeparamref name="T"/>.</summary>
    /// <exception cref="FormatException">It cannot be read so, or is null where that is not allowed.</exception>
    public static T GetResult<T>(this RpcResponseMessage response, bool returnDefaultIfNull = true, JsonSerializerSettings settings = null)
    {
        if (response.Result is null or JValue { Type: JTokenType.Null })
        {
            return returnDefaultIfNull || default(T) is null
                ? default
                : throw new FormatException($"The result is null, which is no {typeof(T).Name}.");
        }
        if (response.Result is T result && typeof(T) != typeof(object))
        {
            return result;
        }
        try
        {
            var token = response.Result as JToken ?? JToken.FromObject(response.Result);
            return token.ToObject<T>(JsonSerializer.Create(settings));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"The result cannot be read as {typeof(T).Name}: {exception.Message}", exception);
        }
    }
}
