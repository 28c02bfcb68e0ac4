namespace Nethereum.JsonRpc.Client;

/// <summary>A request: a method with its parameters in order.</summary>
public class RpcRequest
{
    public RpcRequest(object id, string method, params object[] parameterList)
    {
        Id = id;
        Method = method;
        RawParameters = parameterList;
    }

    public object Id { get; set; }

    public string Method { get; }

    public object[] RawParameters { get; }
}
