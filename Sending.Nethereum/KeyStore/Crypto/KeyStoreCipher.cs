using System.Security.Cryptography;
using Sending.Crypto;

namespace Nethereum.KeyStore.Crypto;

/// <summary>The cipher and the authentication code of the Web3 Secret Storage Definition.</summary>
internal static class KeyStoreCipher
{
    public const string Name = "aes-128-ctr";
    public const int BlockLength = 16;

    /// <summary>AES-128 in counter mode with the first half of the derived key; the same both ways.</summary>
    public static byte[] Apply(byte[] derivedKey, byte[] iv, byte[] input)
    {
        using var aes = Aes.Create();
        aes.Key = derivedKey[..BlockLength];
        var output = new byte[input.Length];
        var counter = iv.ToArray();
        for (var i = 0; i < input.Length; i++)
        {
            if (i % BlockLength == 0)
            {
                aes.EncryptEcb(counter, PaddingMode.None).AsSpan(0, Math.Min(BlockLength, input.Length - i)).CopyTo(output.AsSpan(i));
                Increment(counter);
            }

            output[i] ^= input[i];
        }

        return output;
    }

    /// <summary>Keccak-256 of the second half of the derived key and the encrypted bytes.</summary>
    public static byte[] Authenticate(byte[] derivedKey, byte[] cipherText) =>
        Keccak256.Hash([.. derivedKey.AsSpan(BlockLength, BlockLength), .. cipherText]);

    private static void Increment(byte[] counter)
    {
        for (var i = counter.Length - 1; i >= 0 && ++counter[i] == 0; i--)
        {
        }
    }
}
