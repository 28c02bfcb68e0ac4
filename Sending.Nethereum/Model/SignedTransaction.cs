using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>What all types of transactions share.</summary>
public abstract class SignedTransaction : ISignedTransaction
{
    /// <inheritdoc/>
    public abstract TransactionType TransactionType { get; }

    /// <inheritdoc/>
    public virtual byte[] RawHash => Sha3Keccack.Hash(GetRLPEncodedRaw());

    /// <inheritdoc/>
    public virtual byte[] Hash => Sha3Keccack.Hash(GetRLPEncoded());

    /// <inheritdoc/>
    public virtual ISignature Signature { get; protected set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The transaction is not signed.</exception>
    public abstract byte[] GetRLPEncoded();

    /// <inheritdoc/>
    public abstract byte[] GetRLPEncodedRaw();

    /// <inheritdoc/>
    public abstract void SetSignature(ISignature signature);

    private protected ISignature SignatureOrThrow() =>
        Signature ?? throw new InvalidOperationException("The transaction is not signed yet: sign it before it is encoded.");
}
