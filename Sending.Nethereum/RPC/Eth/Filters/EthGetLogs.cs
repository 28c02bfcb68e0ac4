using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Filters;

internal sealed class EthGetLogs(IClient client) : RpcRequestResponseHandler<FilterLog[]>(client, "eth_getLogs"), IEthGetLogs
{
    public Task<FilterLog[]> SendRequestAsync(NewFilterInput newFilter, object id = null) => base.SendRequestAsync(id, newFilter);
}
