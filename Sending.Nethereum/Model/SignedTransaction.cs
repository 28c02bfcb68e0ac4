using Sending.Crypto;

namespace Nethereum.Model;

/// <summary>What all types of transactions share.</summary>
public abstract class SignedTransaction : ISignedTransaction
{
    /// <inheritdoc/>
    public abstract TransactionType TransactionType { get; }

    /// <inheritdoc/>
    public virtual byte[] RawHash => Keccak256.Hash(GetRLPEncodedRaw());

    /// <inheritdoc/>
    public virtual byte[] Hash => Keccak256.Hash(GetRLPEncoded());

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
