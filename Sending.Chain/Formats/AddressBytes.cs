using System.Buffers;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>Addresses, which are text with prefix outside, as the 20 bytes that formats hash and sort by.</summary>
internal static class AddressBytes
{
    /// <summary>Bytes of an address.</summary>
    public const int Length = EthereumAddress.Length;

    private const string Prefix = "0x";

    /// <exception cref="ArgumentException">The text is not <c>0x</c> and 40 hexadecimal digits; their case does not matter.</exception>
    public static byte[] Of(string address)
    {
        var bytes = new byte[Length];
        Write(address, bytes);
        return bytes;
    }

    /// <param name="address">The text.</param>
    /// <param name="bytes">Room for 20 bytes.</param>
    /// <exception cref="ArgumentException">The text is not <c>0x</c> and 40 hexadecimal digits; their case does not matter.</exception>
    public static void Write(string address, Span<byte> bytes)
    {
        if (address.Length != Prefix.Length + (2 * Length)
            || !address.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(address.AsSpan(Prefix.Length), bytes, out _, out _) != OperationStatus.Done)
        {
            throw new ArgumentException($"\"{address}\" is not an address: 0x and 40 hexadecimal digits.", nameof(address));
        }
    }
}
