using Nethereum.RPC.AccountSigning;
using Nethereum.RPC.NonceServices;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.RPC.Accounts;

/// <summary>An account that transactions are sent from.</summary>
public interface IAccount
{
    string Address { get; }

    ITransactionManager TransactionManager { get; }

    /// <summary>Gives the nonces; null to take the node's count for each transaction.</summary>
    INonceService NonceService { get; set; }

    /// <summary>Signs messages and typed data.</summary>
    IAccountSigningService AccountSigningService { get; }
}
