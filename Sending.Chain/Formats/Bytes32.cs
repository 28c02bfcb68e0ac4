namespace Sending.Chain.Formats;

/// <summary>Hashes, digests and words of the contract ABI: 32 bytes each.</summary>
internal static class Bytes32
{
    /// <summary>How many they are.</summary>
    public const int Length = 32;

    /// <exception cref="ArgumentException">These are not 32 bytes.</exception>
    public static void Require(ReadOnlySpan<byte> value, string what)
    {
        if (value.Length != Length)
        {
            throw new ArgumentException($"{what} has {Length} bytes, not {value.Length}.");
        }
    }
}
