using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Crypto;

namespace Nethereum.Util;

/// <summary>The hash by which a transaction is known.</summary>
public static class TransactionUtils
{
    /// <summary>The hash of a signed transaction given in hexadecimal digits, with prefix.</summary>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    public static string CalculateTransactionHash(string rawSignedTransaction) =>
        Keccak256.Hash(rawSignedTransaction.HexToByteArray()).ToHex(prefix: true);
}
