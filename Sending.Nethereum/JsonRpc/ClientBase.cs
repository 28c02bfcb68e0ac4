using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

/// <summary>What all clients share: interception, errors, decoding. A client itself sends messages.</summary>
public abstract class ClientBase : IClient
{
    /// <summary>How long a request may take.</summary>
    public static TimeSpan ConnectionTimeout { get; set; } = TimeSpan.FromSeconds(20);

    public RequestInterceptor OverridingRequestInterceptor { get; set; }

    public async Task<T> SendRequestAsync<T>(RpcRequest request, string route = null) => OverridingRequestInterceptor is null
        ? await SendInnerRequestAsync<T>(request, route).ConfigureAwait(false)
        : (T)await OverridingRequestInterceptor.InterceptSendRequestAsync(SendInnerRequestAsync<T>, request, route).ConfigureAwait(false);

    public async Task<T> SendRequestAsync<T>(string method, string route = null, params object[] paramList) => OverridingRequestInterceptor is null
        ? await SendInnerRequestAsync<T>(method, route, paramList).ConfigureAwait(false)
        : (T)await OverridingRequestInterceptor.InterceptSendRequestAsync(SendInnerRequestAsync<T>, method, route, paramList).ConfigureAwait(false);

    public virtual async Task SendRequestAsync(RpcRequest request, string route = null) =>
        await SendRequestAsync<object>(request, route).ConfigureAwait(false);

    public virtual async Task SendRequestAsync(string method, string route = null, params object[] paramList) =>
        await SendRequestAsync<object>(method, route, paramList).ConfigureAwait(false);

    /// <summary>Sends several requests at once.</summary>
    /// <exception cref="RpcResponseBatchException">A request failed, and the batch may not succeed in part.</exception>
    public virtual async Task<RpcRequestResponseBatch> SendBatchRequestAsync(RpcRequestResponseBatch rpcRequestResponseBatch)
    {
        var responses = await SendAsync(rpcRequestResponseBatch.GetRpcRequests()).ConfigureAwait(false);
        rpcRequestResponseBatch.UpdateBatchItemResponses(responses);
        return rpcRequestResponseBatch;
    }

    public virtual T DecodeResult<T>(RpcResponseMessage rpcResponseMessage)
    {
        try
        {
            return rpcResponseMessage.GetResult<T>();
        }
        catch (FormatException exception)
        {
            throw new RpcResponseFormatException("Invalid format found in RPC response: " + exception.Message, exception);
        }
    }

    public abstract Task<RpcResponseMessage> SendAsync(RpcRequestMessage rpcRequestMessage, string route = null);

    protected abstract Task<RpcResponseMessage[]> SendAsync(RpcRequestMessage[] requests);

    protected void HandleRpcError(RpcResponseMessage response, string reqMsg)
    {
        if (response.HasError)
        {
            throw new RpcResponseException(new RpcError(response.Error.Code, response.Error.Message + ": " + reqMsg, response.Error.Data));
        }
    }

    protected virtual async Task<T> SendInnerRequestAsync<T>(RpcRequestMessage reqMsg, string route = null)
    {
        var response = await SendAsync(reqMsg, route).ConfigureAwait(false);
        HandleRpcError(response, reqMsg.Method);
        return DecodeResult<T>(response);
    }

    protected virtual Task<T> SendInnerRequestAsync<T>(RpcRequest request, string route = null) =>
        SendInnerRequestAsync<T>(new RpcRequestMessage(request.Id, request.Method, request.RawParameters), route);

    protected virtual Task<T> SendInnerRequestAsync<T>(string method, string route = null, params object[] paramList) =>
        SendInnerRequestAsync<T>(new RpcRequestMessage(Guid.NewGuid().ToString(), method, paramList), route);
}
