namespace Sending.Crypto;

/// <summary>Addresses of Ethereum's accounts.</summary>
public static class EthereumAddress
{
    /// <summary>Bytes of an address.</summary>
    public const int Length = 20;

    /// <summary>Writes the address of a public key: the last 20 bytes of the Keccak-256 of its x and y.</summary>
    /// <param name="publicKey">65 bytes.</param>
    /// <param name="address">Room for 20 bytes.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public static void Write(ReadOnlySpan<byte> publicKey, Span<byte> address)
    {
        Lengths.Require(publicKey.Length, Secp256k1.PublicKeyLength, "A public key", nameof(publicKey));
        Lengths.Require(address.Length, Length, "An address", nameof(address));
        Span<byte> hash = stackalloc byte[Keccak256.HashLength];
        Keccak256.Hash(publicKey[1..], hash);
        hash[^Length..].CopyTo(address);
    }
}
