namespace Nethereum.JsonRpc.Client;

/// <summary>Builds the requests of one method.</summary>
public class RpcRequestBuilder
{
    private const int DefaultId = 1;

    public RpcRequestBuilder(string methodName) => MethodName = methodName;

    public string MethodName { get; }

    public virtual RpcRequest BuildRequest(object id, params object[] paramList) => new(id ?? DefaultId, MethodName, paramList);

    public virtual RpcRequest BuildRequest(object id = null) => new(id ?? DefaultId, MethodName);
}
