using Newtonsoft.Json;

namespace Nethereum.JsonRpc.Client.RpcMessages;

/// <summary>An answer as it is on the wire: a result or an error.</summary>
[JsonObject]
public class RpcResponseMessage
{
    public RpcResponseMessage()
    {
    }

    public RpcResponseMessage(object id) => Id = id;

    public RpcResponseMessage(object id, RpcError error)
        : this(id) => Error = error;

    public RpcResponseMessage(object id, object result)
        : this(id) => ResultNewtonsoft = result;

    [JsonProperty("id")]
    public object Id { get; set; }

    [JsonProperty("jsonrpc")]
    public string JsonRpcVersion { get; set; } = "2.0";

    [JsonProperty("result")]
    public object ResultNewtonsoft { get; set; }

    [JsonIgnore]
    public object Result => ResultNewtonsoft;

    [JsonProperty("error")]
    public RpcError Error { get; set; }

    [JsonIgnore]
    public bool HasError => Error is not null;
}
