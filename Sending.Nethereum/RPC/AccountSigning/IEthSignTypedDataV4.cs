using Nethereum.JsonRpc.Client;

namespace Nethereum.RPC.AccountSigning;

/// <summary>Signs typed data (EIP-712).</summary>
public interface ISignTypedDataV4
{
    Task<string> SendRequestAsync(string jsonMessage, object id = null);
}

/// <summary>eth_signTypedData_v4.</summary>
public interface IEthSignTypedDataV4 : ISignTypedDataV4
{
    RpcRequest BuildRequest(string message, object id = null);
}
