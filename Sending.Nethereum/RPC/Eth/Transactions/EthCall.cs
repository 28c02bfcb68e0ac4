using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthCall(IClient client) : BlockHandler<string>(client, "eth_call"), IEthCall
{
    public Task<string> SendRequestAsync(CallInput callInput, object id = null) => SendRequestAsync(callInput, DefaultBlock, id);

    public Task<string> SendRequestAsync(CallInput callInput, BlockParameter block, object id = null) => base.SendRequestAsync(id, callInput, block);
}
