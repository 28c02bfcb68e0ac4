using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

/// <summary>A request of a batch with its answer.</summary>
public interface IRpcRequestResponseBatchItem
{
    bool HasError { get; }

    object RawResponse { get; }

    RpcError RpcError { get; }

    RpcRequestMessage RpcRequestMessage { get; }

    void DecodeResponse(RpcResponseMessage rpcResponse);
}

/// <inheritdoc cref="IRpcRequestResponseBatchItem"/>
public class RpcRequestResponseBatchItem<TRequestHandler, TResponse> : IRpcRequestResponseBatchItem
    where TRequestHandler : IRpcRequestHandler<TResponse>
{
    public RpcRequestResponseBatchItem(TRequestHandler requestHandler, RpcRequest rpcRequest)
    {
        RequestHandler = requestHandler;
        RpcRequestMessage = new RpcRequestMessage(rpcRequest.Id, rpcRequest.Method, rpcRequest.RawParameters);
    }

    public TRequestHandler RequestHandler { get; }

    public RpcRequestMessage RpcRequestMessage { get; }

    public TResponse Response { get; private set; }

    public object RawResponse => Response;

    public bool HasError => RpcError is not null;

    public RpcError RpcError { get; private set; }

    public virtual void DecodeResponse(RpcResponseMessage rpcResponse)
    {
        if (rpcResponse.HasError)
        {
            RpcError = new RpcError(rpcResponse.Error.Code, rpcResponse.Error.Message + ": " + RpcRequestMessage.Method, rpcResponse.Error.Data);
            return;
        }
        Response = RequestHandler.DecodeResponse(rpcResponse);
    }
}
