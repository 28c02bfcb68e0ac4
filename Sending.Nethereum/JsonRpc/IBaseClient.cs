using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

/// <summary>Sends JSON-RPC requests.</summary>
public interface IBaseClient
{
    /// <summary>Sees requests before they are sent, and may answer them itself.</summary>
    RequestInterceptor OverridingRequestInterceptor { get; set; }

    T DecodeResult<T>(RpcResponseMessage rpcResponseMessage);

    Task SendRequestAsync(RpcRequest request, string route = null);

    Task SendRequestAsync(string method, string route = null, params object[] paramList);
}
