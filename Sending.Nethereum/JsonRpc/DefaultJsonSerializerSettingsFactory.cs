using Newtonsoft.Json;

namespace Nethereum.JsonRpc.Client;

public static class DefaultJsonSerializerSettingsFactory
{
    /// <summary>Null values are left out; texts that look like dates stay texts.</summary>
    public static JsonSerializerSettings BuildDefaultJsonSerializerSettings() => new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        MissingMemberHandling = MissingMemberHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
    };
}
