using System.Text;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Crypto;

namespace Nethereum.Util;

/// <summary>Keccak-256 as Ethereum uses it: the submission to the SHA-3 contest, with its own padding, not the final standard.</summary>
public class Sha3Keccack
{
    /// <summary>A shared instance; it has no state.</summary>
    public static Sha3Keccack Current { get; } = new();

    /// <summary>The hash of the text's UTF-8 bytes, as hexadecimal digits without prefix.</summary>
    public string CalculateHash(string value) => CalculateHashAsBytes(value).ToHex();

    /// <summary>The hash of the given bytes one after the other, as hexadecimal digits without prefix.</summary>
    /// <exception cref="FormatException">A value is not hexadecimal.</exception>
    public string CalculateHashFromHex(params string[] hexValues) =>
        CalculateHash(string.Concat(hexValues.Select(value => value.RemoveHexPrefix())).HexToByteArray()).ToHex();

    /// <summary>The 32 bytes of the hash.</summary>
    public byte[] CalculateHash(byte[] value) => Keccak256.Hash(value);

    /// <summary>The 32 bytes of the hash of the text's UTF-8 bytes.</summary>
    public byte[] CalculateHashAsBytes(string value) => Keccak256.Hash(Encoding.UTF8.GetBytes(value));
}
