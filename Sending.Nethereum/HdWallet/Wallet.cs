using System.Globalization;
using System.Numerics;
using NBitcoin;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Nethereum.Util;
using Nethereum.Web3.Accounts;

namespace Nethereum.HdWallet;

/// <summary>The keys that follow from the words of a mnemonic or from a seed (BIP-39, BIP-32, BIP-44).</summary>
public class Wallet
{
    /// <summary>The path of most wallets; x stands for the account's index.</summary>
    public const string DEFAULT_PATH = "m/44'/60'/0'/0/x";

    /// <summary>The path of Electrum and of old Ledger wallets.</summary>
    public const string ELECTRUM_LEDGER_PATH = "m/44'/60'/0'/x";

    private readonly ExtendedKey _master;

    /// <summary>From English words with spaces between them. Look at <see cref="IsMnemonicValidChecksum"/> before using it.</summary>
    /// <param name="words">12, 15, 18, 21 or 24 words.</param>
    /// <param name="seedPassword">The passphrase of BIP-39; null for none.</param>
    /// <param name="path">Where the keys lie; x stands for the account's index.</param>
    /// <param name="random">Not used.</param>
    /// <exception cref="FormatException">The number of words is another one, or a word is not in the list.</exception>
    public Wallet(string words, string seedPassword, string path = DEFAULT_PATH, IRandom random = null)
    {
        var mnemonic = new Mnemonic(words);
        Words = mnemonic.Words;
        IsMnemonicValidChecksum = mnemonic.HasValidChecksum;
        Path = path;
        var seed = mnemonic.DeriveSeed(seedPassword);
        Seed = seed.ToHex();
        _master = ExtendedKey.FromSeed(seed);
    }

    /// <summary>From a seed of 16 to 64 bytes.</summary>
    /// <param name="seed">As BIP-39 derives it, or any random bytes.</param>
    /// <param name="path">Where the keys lie; x stands for the account's index.</param>
    /// <param name="random">Not used.</param>
    /// <exception cref="ArgumentException">The seed has another length.</exception>
    public Wallet(byte[] seed, string path = DEFAULT_PATH, IRandom random = null)
    {
        Path = path;
        Seed = seed.ToHex();
        _master = ExtendedKey.FromSeed(seed);
    }

    /// <summary>The seed in hexadecimal digits, without prefix.</summary>
    public string Seed { get; }

    /// <summary>The words; null when the wallet was made from a seed.</summary>
    public string[] Words { get; }

    /// <summary>Whether the words carry the right checksum; one mistyped word seldom does.</summary>
    public bool IsMnemonicValidChecksum { get; }

    /// <summary>The path; x stands for the account's index.</summary>
    public string Path { get; }

    /// <summary>The account's key.</summary>
    /// <exception cref="FormatException">The path cannot be read, or the index is negative.</exception>
    public EthECKey GetEthereumKey(int index) => new(GetPrivateKey(index), isPrivate: true);

    /// <summary>The 32 bytes of the account's private key.</summary>
    /// <exception cref="FormatException">The path cannot be read, or the index is negative.</exception>
    public byte[] GetPrivateKey(int index) => _master.Derive(Path.Replace("x", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).PrivateKey;

    /// <summary>The account's public key, 65 bytes.</summary>
    /// <exception cref="FormatException">The path cannot be read, or the index is negative.</exception>
    public byte[] GetPublicKey(int index) => GetEthereumKey(index).GetPubKey();

    /// <summary>The private key of an address, or null when it is none of the accounts searched.</summary>
    public byte[] GetPrivateKey(int startIndex, string address, int maxIndexSearch = 20)
    {
        var key = Enumerable.Range(startIndex, maxIndexSearch)
            .Select(GetEthereumKey)
            .FirstOrDefault(key => key.GetPublicAddress().IsTheSameAddress(address));
        return key?.GetPrivateKeyAsBytes();
    }

    /// <summary>The private key of an address, or null when it is none of the first accounts.</summary>
    public byte[] GetPrivateKey(string address, int maxIndexSearch = 20) => GetPrivateKey(0, address, maxIndexSearch);

    /// <summary>The addresses of the first accounts, checksummed.</summary>
    public string[] GetAddresses(int numberOfAddresses = 20) =>
        [.. Enumerable.Range(0, numberOfAddresses).Select(index => GetEthereumKey(index).GetPublicAddress())];

    /// <summary>The account of an index, ready to send transactions.</summary>
    public Account GetAccount(int index, BigInteger? chainId = null) => new(GetEthereumKey(index), chainId);

    /// <summary>The account of an address, or null when it is none of the first accounts.</summary>
    public Account GetAccount(string address, int maxIndexSearch = 20, BigInteger? chainId = null) =>
        GetPrivateKey(address, maxIndexSearch) is { } privateKey ? new Account(privateKey, chainId) : null;
}
