using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.Filters;

namespace Nethereum.RPC.Eth.Services;

internal sealed class EthApiFilterService(IClient client) : IEthApiFilterService
{
    public IEthGetLogs GetLogs { get; } = new EthGetLogs(client);
}
