using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

internal sealed class EthGetCode(IClient client) : BlockHandler<string>(client, "eth_getCode"), IEthGetCode
{
    public Task<string> SendRequestAsync(string address, object id = null) => SendRequestAsync(address, DefaultBlock, id);

    public Task<string> SendRequestAsync(string address, BlockParameter block, object id = null) =>
        base.SendRequestAsync(id, address.EnsureHexPrefix(), block);
}
