using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Infrastructure;

/// <summary>A method whose last parameter is a block.</summary>
internal abstract class BlockHandler<TResponse>(IClient client, string methodName) : RpcRequestResponseHandler<TResponse>(client, methodName)
{
    public BlockParameter DefaultBlock { get; set; } = BlockParameter.CreateLatest();
}
