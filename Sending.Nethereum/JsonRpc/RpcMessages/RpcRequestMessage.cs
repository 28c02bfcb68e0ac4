using Newtonsoft.Json;

namespace Nethereum.JsonRpc.Client.RpcMessages;

/// <summary>A request as it is on the wire (JSON-RPC 2.0).</summary>
[JsonObject]
public class RpcRequestMessage
{
    public RpcRequestMessage()
    {
    }

    public RpcRequestMessage(object id, string method, params object[] parameterList)
        : this(id, method, (object)parameterList)
    {
    }

    public RpcRequestMessage(object id, string method, Dictionary<string, object> parameterMap)
        : this(id, method, (object)parameterMap)
    {
    }

    private RpcRequestMessage(object id, string method, object parameters)
    {
        Id = id;
        JsonRpcVersion = "2.0";
        Method = method;
        RawParameters = parameters;
    }

    [JsonProperty("id")]
    public object Id { get; set; }

    [JsonProperty("jsonrpc", Required = Required.Always)]
    public string JsonRpcVersion { get; set; }

    [JsonProperty("method", Required = Required.Always)]
    public string Method { get; set; }

    [JsonProperty("params")]
    public object RawParameters { get; set; }
}
