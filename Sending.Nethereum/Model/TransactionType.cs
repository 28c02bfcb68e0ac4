namespace Nethereum.Model;

/// <summary>The types of a transaction (EIP-2718). The negative ones are those before there were types.</summary>
public enum TransactionType
{
    LegacyChainTransaction = -2,
    LegacyTransaction = -1,
    LegacyEIP2930 = 1,
    EIP1559 = 2,
    Blob = 3,
    EIP7702 = 4,
}
