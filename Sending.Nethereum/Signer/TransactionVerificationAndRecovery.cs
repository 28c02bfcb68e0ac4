using Nethereum.Model;
using Nethereum.Util;

namespace Nethereum.Signer;

/// <summary>Who signed a transaction.</summary>
public static class TransactionVerificationAndRecovery
{
    /// <inheritdoc cref="GetPublicKey(ISignedTransaction)"/>
    public static byte[] GetPublicKey(string rlp) => TransactionFactory.CreateTransaction(rlp).GetPublicKey();

    /// <inheritdoc cref="GetSenderAddress(ISignedTransaction)"/>
    public static string GetSenderAddress(string rlp) => TransactionFactory.CreateTransaction(rlp).GetSenderAddress();

    /// <inheritdoc cref="VerifyTransaction(ISignedTransaction)"/>
    public static bool VerifyTransaction(string rlp) => TransactionFactory.CreateTransaction(rlp).VerifyTransaction();

    /// <summary>The 65 bytes of the signer's public key.</summary>
    /// <exception cref="InvalidOperationException">The transaction is not signed.</exception>
    /// <exception cref="ArgumentException">No key can have made its signature.</exception>
    public static byte[] GetPublicKey(this ISignedTransaction transaction) => Recover(transaction).GetPubKey();

    /// <summary>The signer's address, checksummed.</summary>
    /// <exception cref="InvalidOperationException">The transaction is not signed.</exception>
    /// <exception cref="ArgumentException">No key can have made its signature.</exception>
    public static string GetSenderAddress(this ISignedTransaction transaction) => Recover(transaction).GetPublicAddress();

    /// <summary>Whether a key can have made the transaction's signature, and s is low (EIP-2).</summary>
    /// <exception cref="InvalidOperationException">The transaction is not signed.</exception>
    public static bool VerifyTransaction(this ISignedTransaction transaction)
    {
        try
        {
            return Recover(transaction).VerifyAllowingOnlyLowS(transaction.RawHash, SignatureOf(transaction));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static EthECKey Recover(ISignedTransaction transaction)
    {
        var signature = SignatureOf(transaction);
        return transaction.TransactionType == TransactionType.LegacyChainTransaction
            ? EthECKey.RecoverFromSignature(signature, transaction.RawHash, EthECKey.GetChainFromVChain(signature.V.ToUnsignedInteger()))
            : EthECKey.RecoverFromSignature(signature, transaction.RawHash);
    }

    private static EthECDSASignature SignatureOf(ISignedTransaction transaction) =>
        transaction.Signature?.ToEthECDSASignature() ?? throw new InvalidOperationException("The transaction is not signed.");
}
