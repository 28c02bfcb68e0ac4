using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_feeHistory: fees of past blocks (EIP-1559).</summary>
public interface IEthFeeHistory
{
    Task<FeeHistoryResult> SendRequestAsync(HexBigInteger blockCount, BlockParameter highestBlockNumber, decimal[] rewardPercentiles = null, object id = null);
}
