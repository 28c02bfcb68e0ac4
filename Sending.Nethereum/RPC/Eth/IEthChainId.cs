using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

/// <summary>eth_chainId: the chain id that signatures must carry (EIP-155).</summary>
public interface IEthChainId : IGenericRpcRequestResponseHandlerNoParam<HexBigInteger>
{
}
