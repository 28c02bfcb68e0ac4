using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

/// <summary>eth_gasPrice: wei for a unit of gas, as the node suggests.</summary>
public interface IEthGasPrice : IGenericRpcRequestResponseHandlerNoParam<HexBigInteger>
{
}
