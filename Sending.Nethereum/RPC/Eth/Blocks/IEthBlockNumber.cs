using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth.Blocks;

/// <summary>eth_blockNumber: the number of the latest block.</summary>
public interface IEthBlockNumber : IGenericRpcRequestResponseHandlerNoParam<HexBigInteger>
{
}
