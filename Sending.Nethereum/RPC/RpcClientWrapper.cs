using Nethereum.JsonRpc.Client;

namespace Nethereum.RPC;

/// <summary>A group of requests over one client.</summary>
public class RpcClientWrapper : IRpcClientWrapper
{
    public RpcClientWrapper(IClient client) => Client = client;

    public IClient Client { get; protected set; }
}
