using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;

namespace Nethereum.RPC.AccountSigning;

/// <summary>Signs messages (EIP-191).</summary>
public interface IEthereumMessageSign
{
    Task<string> SendRequestAsync(byte[] value, object id = null);

    Task<string> SendRequestAsync(HexUTF8String utf8Hex, object id = null);
}

/// <summary>personal_sign.</summary>
public interface IEthPersonalSign : IEthereumMessageSign
{
    RpcRequest BuildRequest(byte[] value, object id = null);

    RpcRequest BuildRequest(HexUTF8String utf8Hex, object id = null);
}
