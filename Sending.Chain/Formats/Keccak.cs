using Nethereum.Util;

namespace Sending.Chain.Formats;

/// <summary>The hash of every format.</summary>
internal static class Keccak
{
    /// <summary>Bytes of a hash, and of a word of the contract ABI.</summary>
    public const int Length = 32;

    /// <summary>Keccak-256.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> bytes) => Sha3Keccack.Current.CalculateHash(bytes.ToArray());

    /// <exception cref="ArgumentException">These are not 32 bytes.</exception>
    public static void Require(ReadOnlySpan<byte> hash, string what)
    {
        if (hash.Length != Length)
        {
            throw new ArgumentException($"{what} has {Length} bytes, not {hash.Length}.");
        }
    }
}
