using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_getTransactionReceipt: the receipt of a mined transaction; null while it is not mined.</summary>
public interface IEthGetTransactionReceipt
{
    Task<TransactionReceipt> SendRequestAsync(string transactionHash, object id = null);
}
