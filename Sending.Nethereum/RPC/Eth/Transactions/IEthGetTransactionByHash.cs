using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_getTransactionByHash: a transaction; null when the node does not know it.</summary>
public interface IEthGetTransactionByHash
{
    Task<Transaction> SendRequestAsync(string hashTransaction, object id = null);
}
