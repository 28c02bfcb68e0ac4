using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

internal sealed class EthGetStorageAt(IClient client) : BlockHandler<string>(client, "eth_getStorageAt"), IEthGetStorageAt
{
    public Task<string> SendRequestAsync(string address, HexBigInteger position, object id = null) => SendRequestAsync(address, position, DefaultBlock, id);

    public Task<string> SendRequestAsync(string address, HexBigInteger position, BlockParameter block, object id = null) =>
        base.SendRequestAsync(id, address.EnsureHexPrefix(), position, block);
}
