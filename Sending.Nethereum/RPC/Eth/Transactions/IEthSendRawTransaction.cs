namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_sendRawTransaction: sends a signed transaction and gives its hash.</summary>
public interface IEthSendRawTransaction
{
    Task<string> SendRequestAsync(string signedTransactionData, object id = null);
}
