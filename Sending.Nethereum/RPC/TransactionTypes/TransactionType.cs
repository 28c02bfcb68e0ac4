using Nethereum.Hex.HexTypes;

namespace Nethereum.RPC.TransactionTypes;

/// <summary>The types of transactions (EIP-2718); the negative ones are never written.</summary>
public enum TransactionType
{
    LegacyChainTransaction = -2,
    LegacyTransaction = -1,
    Legacy = 0,
    EIP1559 = 2,
    EIP7702 = 4,
}

public static class TransactionTypeExtensions
{
    public static byte AsByte(this TransactionType transactionType) => checked((byte)transactionType);

    public static HexBigInteger AsHexBigInteger(this TransactionType transactionType) => new((int)transactionType);
}
