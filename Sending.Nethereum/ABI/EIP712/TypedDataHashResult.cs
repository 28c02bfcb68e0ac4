namespace Nethereum.ABI.EIP712;

/// <summary>The hashes of typed data, 32 bytes each.</summary>
public sealed class TypedDataHashResult
{
    public TypedDataHashResult(byte[] domainHash, byte[] messageHash, byte[] typedDataHash)
    {
        DomainHash = domainHash;
        MessageHash = messageHash;
        TypedDataHash = typedDataHash;
    }

    /// <summary>The domain separator.</summary>
    public byte[] DomainHash { get; }

    public byte[] MessageHash { get; }

    /// <summary>The hash that is signed.</summary>
    public byte[] TypedDataHash { get; }
}
