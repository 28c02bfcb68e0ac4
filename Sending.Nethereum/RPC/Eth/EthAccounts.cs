using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

internal sealed class EthAccounts(IClient client) : NoParamHandler<string[]>(client, "eth_accounts"), IEthAccounts;
