using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

public interface IRpcRequestResponse
{
}

/// <summary>Sends one method and decodes its results.</summary>
public interface IRpcRequestHandler<TResponse> : IRpcRequestResponse
{
    string MethodName { get; }

    IClient Client { get; }

    TResponse DecodeResponse(RpcResponseMessage rpcResponseMessage);
}
