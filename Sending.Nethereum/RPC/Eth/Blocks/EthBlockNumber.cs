using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth.Blocks;

internal sealed class EthBlockNumber(IClient client) : NoParamHandler<HexBigInteger>(client, "eth_blockNumber"), IEthBlockNumber;
