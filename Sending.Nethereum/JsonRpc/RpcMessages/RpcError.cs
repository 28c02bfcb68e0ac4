using Newtonsoft.Json;

namespace Nethereum.JsonRpc.Client.RpcMessages;

/// <summary>An error as it is on the wire.</summary>
[JsonObject]
public class RpcError
{
    [JsonProperty("code")]
    public int Code { get; set; }

    [JsonProperty("message", Required = Required.Always)]
    public string Message { get; set; }

    [JsonProperty("data")]
    public object Data { get; set; }
}
