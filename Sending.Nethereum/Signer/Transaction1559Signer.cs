using Nethereum.Model;

namespace Nethereum.Signer;

/// <summary>Signs EIP-1559 transactions.</summary>
public class Transaction1559Signer : TypeTransactionSigner<Transaction1559>
{
}
