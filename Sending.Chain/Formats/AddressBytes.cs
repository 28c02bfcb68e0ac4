using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;

namespace Sending.Chain.Formats;

/// <summary>Addresses, which are text with prefix outside, as the 20 bytes that formats hash and sort by.</summary>
internal static class AddressBytes
{
    /// <summary>Bytes of an address.</summary>
    public const int Length = 20;

    /// <exception cref="ArgumentException">The text is not <c>0x</c> and 40 hexadecimal digits; their case does not matter.</exception>
    public static byte[] Of(string address) => address.IsValidEthereumAddressHexFormat()
        ? address.HexToByteArray()
        : throw new ArgumentException($"\"{address}\" is not an address: 0x and 40 hexadecimal digits.", nameof(address));
}
