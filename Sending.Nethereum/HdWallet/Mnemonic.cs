using System.Security.Cryptography;
using System.Text;

namespace Nethereum.HdWallet;

/// <summary>The words of a wallet (BIP-39), from the English list.</summary>
internal sealed class Mnemonic
{
    private const int BitsOfWord = 11;
    private const int Iterations = 2048;
    private const int SeedLength = 64;

    private static readonly Lazy<string[]> s_words = new(() => EmbeddedText.ReadLines("english.txt"));

    /// <summary>Reads words with white space between them.</summary>
    /// <exception cref="FormatException">Their number is none of BIP-39's, or one is not in the list. A wrong checksum is no error here.</exception>
    public Mnemonic(string words)
    {
        Words = CompatibilityDecomposition.Normalize(words).Split((char[])null, StringSplitOptions.RemoveEmptyEntries);
        if (Words.Length is not (12 or 15 or 18 or 21 or 24))
        {
            throw new FormatException($"A mnemonic has 12, 15, 18, 21 or 24 words, not {Words.Length}.");
        }

        HasValidChecksum = CheckChecksum([.. Words.Select(IndexOf)]);
    }

    public string[] Words { get; }

    /// <summary>Whether the last bits are those of the SHA-256 of the others.</summary>
    public bool HasValidChecksum { get; }

    public byte[] DeriveSeed(string passphrase) => DeriveSeed(string.Join(' ', Words), passphrase);

    /// <summary>PBKDF2 with HMAC-SHA-512 of any words, whatever their list or checksum.</summary>
    public static byte[] DeriveSeed(string words, string passphrase) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(CompatibilityDecomposition.Normalize(words)),
        Encoding.UTF8.GetBytes("mnemonic" + CompatibilityDecomposition.Normalize(passphrase ?? "")),
        Iterations,
        HashAlgorithmName.SHA512,
        SeedLength);

    private static int IndexOf(string word, int position)
    {
        var index = Array.BinarySearch(s_words.Value, word, StringComparer.Ordinal);

        // The word itself is part of a secret and stays out of the message.
        return index >= 0 ? index : throw new FormatException($"Word {position + 1} of the mnemonic is not in the English list of BIP-39 (lower case).");
    }

    private static bool CheckChecksum(int[] indices)
    {
        var checksumBits = indices.Length / 3;
        var bits = indices.SelectMany(index => Enumerable.Range(0, BitsOfWord).Select(bit => (index >> (BitsOfWord - 1 - bit)) & 1)).ToArray();
        var entropy = bits[..^checksumBits].Chunk(8).Select(octet => (byte)octet.Aggregate((value, bit) => (value << 1) | bit)).ToArray();
        var checksum = bits[^checksumBits..].Aggregate((value, bit) => (value << 1) | bit);
        return SHA256.HashData(entropy)[0] >> (8 - checksumBits) == checksum;
    }
}
