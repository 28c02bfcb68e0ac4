using Newtonsoft.Json.Linq;

namespace Nethereum.JsonRpc.Client;

/// <summary>The error that a node answered with.</summary>
public class RpcError
{
    public RpcError(int code, string message, object data = null)
    {
        Code = code;
        Message = message;
        Data = data;
    }

    public int Code { get; }

    public string Message { get; }

    /// <summary>What the node added: for a reverted call what the contract returned, as hex.</summary>
    public object Data { get; }

    /// <summary><see cref="Data"/> as text; some nodes wrap the hex into an object under the name data.</summary>
    public string GetDataAsString() => Data switch
    {
        null => null,
        JObject wrapped when wrapped["data"] is { } inner => inner.ToString(),
        _ => Data.ToString(),
    };
}
