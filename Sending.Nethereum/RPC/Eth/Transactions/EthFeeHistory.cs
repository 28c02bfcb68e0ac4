using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthFeeHistory(IClient client) : RpcRequestResponseHandler<FeeHistoryResult>(client, "eth_feeHistory"), IEthFeeHistory
{
    public Task<FeeHistoryResult> SendRequestAsync(HexBigInteger blockCount, BlockParameter highestBlockNumber, decimal[] rewardPercentiles = null, object id = null) =>
        base.SendRequestAsync(id, blockCount, highestBlockNumber, rewardPercentiles ?? []);
}
