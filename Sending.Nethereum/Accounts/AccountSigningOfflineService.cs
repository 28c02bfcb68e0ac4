using System.Text;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.AccountSigning;
using Nethereum.Signer;

namespace Nethereum.Web3.Accounts;

/// <summary>Signs with the private key, without a node.</summary>
internal sealed class AccountSigningOfflineService(EthECKey key) : IAccountSigningService
{
    public IEthSignTypedDataV4 SignTypedDataV4 { get; } = new TypedData(key);

    public IEthPersonalSign PersonalSign { get; } = new Messages(key);

    private sealed class Messages(EthECKey key) : IEthPersonalSign
    {
        public Task<string> SendRequestAsync(byte[] value, object id = null) => Task.FromResult(new EthereumMessageSigner().Sign(value, key));

        public Task<string> SendRequestAsync(HexUTF8String utf8Hex, object id = null) => SendRequestAsync(Encoding.UTF8.GetBytes(utf8Hex.Value), id);

        public RpcRequest BuildRequest(byte[] value, object id = null) => throw NoRequest();

        public RpcRequest BuildRequest(HexUTF8String utf8Hex, object id = null) => throw NoRequest();
    }

    private sealed class TypedData(EthECKey key) : IEthSignTypedDataV4
    {
        public Task<string> SendRequestAsync(string jsonMessage, object id = null) =>
            Task.FromResult(Signer.EIP712.Eip712TypedDataSigner.Current.SignTypedDataV4(jsonMessage, key));

        public RpcRequest BuildRequest(string message, object id = null) => throw NoRequest();
    }

    private static NotSupportedException NoRequest() => new("The private key signs here: there is no request to a node.");
}
