using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_estimateGas: the gas that a transaction would need.</summary>
public interface IEthEstimateGas
{
    Task<HexBigInteger> SendRequestAsync(CallInput callInput, object id = null);
}
