using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

internal sealed class EthChainId(IClient client) : NoParamHandler<HexBigInteger>(client, "eth_chainId"), IEthChainId;
