namespace Nethereum.RPC.Infrastructure;

/// <summary>Sends a method that takes no parameters.</summary>
public interface IGenericRpcRequestResponseHandlerNoParam<TResponse>
{
    Task<TResponse> SendRequestAsync(object id = null);
}
