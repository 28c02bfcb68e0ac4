using System.Globalization;
using System.Numerics;
using Nethereum.HdWallet;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Sending.Chain.Errors;

namespace Sending.Chain.Accounts;

/// <summary>Private keys from what users paste: hex digits, or a mnemonic (BIP-39) with an index.</summary>
public static class PrivateKeyText
{
    /// <summary>Order of secp256k1; keys lie between 1 and one less.</summary>
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141",
        NumberStyles.AllowHexSpecifier,
        CultureInfo.InvariantCulture);

    /// <summary>Reads 64 hex digits, with or without 0x.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidSecret"/>; the message never repeats the key.</exception>
    public static EthECKey FromHex(string text)
    {
        var digits = text.Trim();
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        if (digits.Length != 64 || !digits.All(char.IsAsciiHexDigit))
        {
            throw new SendingException(ErrorCode.InvalidSecret, "That is not a private key: 64 hex digits, with or without 0x, are expected.");
        }

        var value = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return value > 0 && value < Order
            ? new EthECKey(digits.HexToByteArray(), true)
            : throw new SendingException(ErrorCode.InvalidSecret, "That number is not a private key: it is 0, or not below the order of secp256k1.");
    }

    /// <summary>The key at m/44'/60'/0'/0/<paramref name="index"/> of a mnemonic.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidSecret"/>: unknown word, wrong number of words, bad checksum; no word is repeated.</exception>
    public static EthECKey FromMnemonic(string words, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var normalised = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        var count = normalised.Length == 0 ? 0 : normalised.Count(c => c == ' ') + 1;
        if (count is not (12 or 15 or 18 or 21 or 24))
        {
            throw new SendingException(ErrorCode.InvalidSecret, $"That is not a mnemonic: it has {count} words; 12, 15, 18, 21 or 24 are expected.");
        }

        Wallet wallet;
        try
        {
            wallet = new Wallet(normalised, "");
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new SendingException(ErrorCode.InvalidSecret, "That is not a mnemonic: a word is not in the English word list (BIP-39). Check the spelling.");
        }

        return wallet.IsMnemonicValidChecksum
            ? wallet.GetEthereumKey(index)
            : throw new SendingException(ErrorCode.InvalidSecret, "The mnemonic's checksum is wrong: a word is mistaken or in the wrong place. Check each word and their order.");
    }
}
