using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

internal sealed class EthGasPrice(IClient client) : NoParamHandler<HexBigInteger>(client, "eth_gasPrice"), IEthGasPrice;
