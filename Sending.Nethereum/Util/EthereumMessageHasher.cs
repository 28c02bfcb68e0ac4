using System.Globalization;
using System.Text;
using Sending.Crypto;

namespace Nethereum.Util;

/// <summary>The hash of a message for <c>personal_sign</c> (EIP-191, version 0x45).</summary>
public class EthereumMessageHasher
{
    /// <summary>The hash of the prefix, the number of UTF-8 bytes in decimal digits, and those bytes.</summary>
    public byte[] HashPrefixedMessage(string plainMessage) => HashPrefixedMessage(Encoding.UTF8.GetBytes(plainMessage));

    /// <summary>The hash of the prefix, the number of bytes in decimal digits, and the bytes.</summary>
    public byte[] HashPrefixedMessage(byte[] message)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"\u0019Ethereum Signed Message:\n{message.Length}");
        return Keccak256.Hash([.. Encoding.UTF8.GetBytes(prefix), .. message]);
    }
}
