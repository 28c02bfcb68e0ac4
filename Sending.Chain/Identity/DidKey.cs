namespace Sending.Chain.Identity;

/// <summary>What a key of an identity is for, as DID documents name it.</summary>
public enum DidKeyPurpose
{
    /// <summary>To sign statements of the identity (<c>assertionMethod</c>).</summary>
    Assertion,

    /// <summary>To log in as the identity, and to sign (<c>authentication</c>).</summary>
    Authentication,

    /// <summary>To encrypt to the identity (<c>keyAgreement</c>).</summary>
    Agreement,
}

/// <summary>The curves of keys.</summary>
public enum DidKeyType
{
    /// <summary>Signatures of Ethereum: a compressed point of 33 bytes.</summary>
    Secp256k1,

    /// <summary>Signatures by RFC 8032: 32 bytes.</summary>
    Ed25519,

    /// <summary>Key agreement by RFC 7748: 32 bytes.</summary>
    X25519,
}

/// <summary>
/// A public key as an attribute of an identity, named in the way of ERC-1056: <c>did/pub/&lt;type&gt;/&lt;purpose&gt;/&lt;encoding&gt;</c>, where the
/// encoding only tells resolvers how to write the bytes.
/// </summary>
/// <param name="Type">The curve.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Bytes">The key.</param>
public sealed record DidKey(DidKeyType Type, DidKeyPurpose Purpose, byte[] Bytes)
{
    /// <summary>By purpose.</summary>
    private static readonly string[] Words = [Documents.AttributeName.Assertion, Documents.AttributeName.Authentication, Documents.AttributeName.KeyAgreement];

    /// <summary>The attribute's name, such as <c>did/pub/X25519/enc/base64</c>.</summary>
    public string AttributeName => $"{Documents.AttributeName.KeyPrefix}{Type}/{Words[(int)Purpose]}/{(Type == DidKeyType.Secp256k1 ? "hex" : "base64")}";

    /// <summary>Bytes of a key of a type.</summary>
    public static int LengthOf(DidKeyType type) => type == DidKeyType.Secp256k1 ? 33 : 32;

    /// <summary>Reads an attribute that is a key, whoever set it.</summary>
    /// <param name="name">The attribute's name as text.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Null when it is none of these types and purposes.</returns>
    public static DidKey? TryRead(string name, byte[] value)
    {
        var parts = name.StartsWith(Documents.AttributeName.KeyPrefix, StringComparison.Ordinal) ? Documents.AttributeName.Find(name) : null;
        return parts is not null && Enum.GetNames<DidKeyType>().Contains(parts.Algorithm) && Array.FindIndex(Words, word => word == parts.Purpose) is var purpose and >= 0
            ? new DidKey(Enum.Parse<DidKeyType>(parts.Algorithm), (DidKeyPurpose)purpose, value)
            : null;
    }

    /// <summary>Whether both are the same key for the same purpose.</summary>
    public bool Equals(DidKey? other) =>
        other is not null && Type == other.Type && Purpose == other.Purpose && Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Purpose, Bytes.Length == 0 ? 0 : Bytes[^1]);

    internal byte[] NameBytes => Documents.AttributeName.Bytes(AttributeName);
}
