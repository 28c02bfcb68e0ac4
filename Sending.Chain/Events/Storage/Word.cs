using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;

namespace Sending.Chain.Events.Storage;

/// <summary>
/// How values of the chain are stored: numbers of up to 256 bits as 32 bytes, big-endian, so that the database orders them; hashes as 32 and
/// addresses as 20 bytes. Numbers that the contracts keep below 2^63 (times, epochs, blocks, rates) are plain integers.
/// </summary>
public static class Word
{
    private const int Size = 32;

    /// <summary>An unsigned number of up to 256 bits.</summary>
    /// <exception cref="OverflowException">It is negative or larger.</exception>
    public static byte[] Of(BigInteger value)
    {
        var word = new byte[Size];
        var length = value.Sign < 0 ? int.MaxValue : value.GetByteCount(isUnsigned: true);
        if (length > Size || !value.TryWriteBytes(word.AsSpan(Size - length), out _, isUnsigned: true, isBigEndian: true))
        {
            throw new OverflowException($"{value} is no unsigned number of 256 bits.");
        }

        return word;
    }

    /// <summary>The number that is stored so.</summary>
    public static BigInteger Number(ReadOnlySpan<byte> word) => new(word, isUnsigned: true, isBigEndian: true);

    /// <summary>An address, or a hash, given in hex.</summary>
    public static byte[] Bytes(string hex) => hex.HexToByteArray();

    /// <summary>A hash, as 0x and lower-case digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);

    /// <summary>An address by EIP-55.</summary>
    public static string Address(ReadOnlySpan<byte> bytes) => AddressUtil.Current.ConvertToChecksumAddress(Hash(bytes));

    internal static byte[] Add(byte[] one, byte[] other) => Of(Number(one) + Number(other));

    internal static byte[] Subtract(byte[] one, byte[] other) => Of(Number(one) - Number(other));
}
