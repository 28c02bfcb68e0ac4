namespace Nethereum.Model;

/// <summary>A transaction that can carry a signature.</summary>
public interface ISignedTransaction
{
    TransactionType TransactionType { get; }

    /// <summary>Null until it is signed.</summary>
    ISignature Signature { get; }

    /// <summary>The hash that is signed.</summary>
    byte[] RawHash { get; }

    /// <summary>The hash by which the signed transaction is known.</summary>
    byte[] Hash { get; }

    /// <summary>The signed form, as it is sent.</summary>
    byte[] GetRLPEncoded();

    /// <summary>The form whose hash is signed.</summary>
    byte[] GetRLPEncodedRaw();

    void SetSignature(ISignature signature);
}
