using Nethereum.JsonRpc.Client;

namespace Nethereum.RPC.Infrastructure;

internal abstract class NoParamHandler<TResponse>(IClient client, string methodName)
    : RpcRequestResponseHandler<TResponse>(client, methodName), IGenericRpcRequestResponseHandlerNoParam<TResponse>
{
    public Task<TResponse> SendRequestAsync(object id = null) => base.SendRequestAsync(id);
}
