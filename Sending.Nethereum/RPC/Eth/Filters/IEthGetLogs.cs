using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Filters;

/// <summary>eth_getLogs: the logs that match.</summary>
public interface IEthGetLogs
{
    Task<FilterLog[]> SendRequestAsync(NewFilterInput newFilter, object id = null);
}
