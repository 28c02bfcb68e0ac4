using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

internal sealed class EthGetBalance(IClient client) : BlockHandler<HexBigInteger>(client, "eth_getBalance"), IEthGetBalance
{
    public Task<HexBigInteger> SendRequestAsync(string address, object id = null) => SendRequestAsync(address, DefaultBlock, id);

    public Task<HexBigInteger> SendRequestAsync(string address, BlockParameter block, object id = null) =>
        base.SendRequestAsync(id, address.EnsureHexPrefix(), block);
}
