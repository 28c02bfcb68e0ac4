using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthGetTransactionCount(IClient client) : BlockHandler<HexBigInteger>(client, "eth_getTransactionCount"), IEthGetTransactionCount
{
    public Task<HexBigInteger> SendRequestAsync(string address, object id = null) => SendRequestAsync(address, DefaultBlock, id);

    public Task<HexBigInteger> SendRequestAsync(string address, BlockParameter block, object id = null) =>
        base.SendRequestAsync(id, address.EnsureHexPrefix(), block);
}
