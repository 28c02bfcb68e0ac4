using Nethereum.RPC.Infrastructure;

namespace Nethereum.RPC.Eth;

/// <summary>eth_accounts: the accounts whose keys the node holds.</summary>
public interface IEthAccounts : IGenericRpcRequestResponseHandlerNoParam<string[]>
{
}
