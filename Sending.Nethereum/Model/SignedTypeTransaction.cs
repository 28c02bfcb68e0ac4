using Nethereum.RLP;
using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>A typed transaction (EIP-2718): one byte for the type, then the list of its fields, then parity, r and s.</summary>
public abstract class SignedTypeTransaction : SignedTransaction
{
    /// <inheritdoc/>
    public override byte[] GetRLPEncodedRaw() => [(byte)TransactionType, .. RlpEncoder.EncodeList(EncodeFields())];

    /// <inheritdoc/>
    public override byte[] GetRLPEncoded() =>
        [(byte)TransactionType, .. RlpEncoder.EncodeList(EncodeFields().Concat(TransactionFields.EncodeSignature(SignatureOrThrow())))];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">V is not a parity of 0 or 1.</exception>
    public override void SetSignature(ISignature signature)
    {
        if (signature.V.ToUnsignedInteger() > 1)
        {
            throw new ArgumentException("A typed transaction is signed with a parity of 0 or 1: use SignAndCalculateYParityV.", nameof(signature));
        }

        Signature = signature;
    }

    private protected abstract IEnumerable<byte[]> EncodeFields();
}
