using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

/// <summary>Sends JSON-RPC requests and decodes what comes back.</summary>
public interface IClient : IBaseClient
{
    Task<RpcRequestResponseBatch> SendBatchRequestAsync(RpcRequestResponseBatch rpcRequestResponseBatch);

    /// <exception cref="RpcResponseException">The node answered with an error.</exception>
    /// <exception cref="RpcClientTimeoutException">The node did not answer in time.</exception>
    /// <exception cref="RpcClientUnknownException">The node cannot be reached, or did not answer JSON-RPC.</exception>
    Task<T> SendRequestAsync<T>(RpcRequest request, string route = null);

    /// <summary>Sends a message as it is; an error in the answer is left in it.</summary>
    Task<RpcResponseMessage> SendAsync(RpcRequestMessage rpcRequestMessage, string route = null);

    /// <inheritdoc cref="SendRequestAsync{T}(RpcRequest, string)"/>
    Task<T> SendRequestAsync<T>(string method, string route = null, params object[] paramList);
}
