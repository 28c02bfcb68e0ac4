using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_sendTransaction: has the node sign a transaction and send it, and gives its hash.</summary>
public interface IEthSendTransaction
{
    Task<string> SendRequestAsync(TransactionInput input, object id = null);
}
