using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

/// <summary>Sends one method with parameters.</summary>
public class RpcRequestResponseHandler<TResponse> : IRpcRequestHandler<TResponse>
{
    public RpcRequestResponseHandler(IClient client, string methodName)
    {
        RpcRequestBuilder = new RpcRequestBuilder(methodName);
        Client = client;
    }

    public string MethodName => RpcRequestBuilder.MethodName;

    public IClient Client { get; }

    protected RpcRequestBuilder RpcRequestBuilder { get; }

    public RpcRequest BuildRequest(object id, params object[] paramList) => RpcRequestBuilder.BuildRequest(id, paramList);

    public virtual TResponse DecodeResponse(RpcResponseMessage rpcResponseMessage) => Client.DecodeResult<TResponse>(rpcResponseMessage);

    protected Task<TResponse> SendRequestAsync(object id, params object[] paramList) =>
        Client is null
            ? throw new InvalidOperationException($"{MethodName} needs a client that is connected to a node.")
            : Client.SendRequestAsync<TResponse>(BuildRequest(id, paramList));
}
