using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

internal sealed class EthEstimateGas(IClient client) : RpcRequestResponseHandler<HexBigInteger>(client, "eth_estimateGas"), IEthEstimateGas
{
    public Task<HexBigInteger> SendRequestAsync(CallInput callInput, object id = null) => base.SendRequestAsync(id, callInput);
}
