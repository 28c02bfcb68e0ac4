using Nethereum.RPC.Eth.Filters;

namespace Nethereum.RPC.Eth.Services;

/// <summary>Requests for logs.</summary>
public interface IEthApiFilterService
{
    IEthGetLogs GetLogs { get; }
}
