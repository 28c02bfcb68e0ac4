using System.Security.Cryptography;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.KeyStore.Crypto;
using Nethereum.KeyStore.Model;
using Newtonsoft.Json;

namespace Nethereum.KeyStore;

/// <summary>Makes and opens keystores (Web3 Secret Storage Definition, version 3); the key derivation function is the derived class's.</summary>
public abstract class KeyStoreServiceBase<T> : IKeyStoreService<T>
    where T : KdfParams
{
    public const int CurrentVersion = 3;

    private const int SaltLength = 32;

    private protected KeyStoreServiceBase()
    {
    }

    /// <summary>Encrypts a private key with the default parameters.</summary>
    public KeyStore<T> EncryptAndGenerateKeyStore(string password, byte[] privateKey, string address) =>
        EncryptAndGenerateKeyStore(password, privateKey, address, GetDefaultParams());

    /// <summary>Encrypts a private key.</summary>
    /// <exception cref="ArgumentException">The key derivation function cannot work with the parameters.</exception>
    public KeyStore<T> EncryptAndGenerateKeyStore(string password, byte[] privateKey, string address, T kdfParams)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(privateKey);
        if (FindFault(kdfParams) is { } fault)
        {
            throw new ArgumentException(fault, nameof(kdfParams));
        }

        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var iv = RandomNumberGenerator.GetBytes(KeyStoreCipher.BlockLength);
        var derivedKey = GenerateDerivedKey(password, salt, kdfParams);
        var cipherText = KeyStoreCipher.Apply(derivedKey, iv, privateKey);
        return new KeyStore<T>
        {
            Version = CurrentVersion,
            Id = Guid.NewGuid().ToString(),
            Address = address?.RemoveHexPrefix().ToLowerInvariant(),
            Crypto = new CryptoInfo<T>(GetCipherType(), cipherText, iv, KeyStoreCipher.Authenticate(derivedKey, cipherText), salt, kdfParams, GetKdfType()),
        };
    }

    /// <summary>Encrypts a private key with the default parameters, as JSON.</summary>
    public string EncryptAndGenerateKeyStoreAsJson(string password, byte[] privateKey, string addresss) =>
        SerializeKeyStoreToJson(EncryptAndGenerateKeyStore(password, privateKey, addresss));

    /// <summary>Encrypts a private key, as JSON.</summary>
    /// <exception cref="ArgumentException">The key derivation function cannot work with the parameters.</exception>
    public string EncryptAndGenerateKeyStoreAsJson(string password, byte[] privateKey, string addresss, T kdfParams) =>
        SerializeKeyStoreToJson(EncryptAndGenerateKeyStore(password, privateKey, addresss, kdfParams));

    /// <summary>Decrypts a keystore's private key.</summary>
    /// <exception cref="JsonException">The text is not JSON, or no keystore that this service opens.</exception>
    /// <exception cref="DecryptionException">The password is wrong.</exception>
    public byte[] DecryptKeyStoreFromJson(string password, string json) => DecryptKeyStore(password, DeserializeKeyStoreFromJson(json));

    /// <inheritdoc cref="DecryptKeyStoreFromJson"/>
    public virtual byte[] DecryptKeyStore(string password, KeyStore<T> keyStore)
    {
        ArgumentNullException.ThrowIfNull(password);
        var crypto = keyStore.Crypto;
        Require(keyStore.Version == CurrentVersion, $"its version is {keyStore.Version}, only {CurrentVersion} can be opened");
        Require(crypto is not null, "it has no \"crypto\"");
        Require(crypto.Cipher == GetCipherType(), $"its cipher is '{crypto.Cipher}', only {GetCipherType()} can be opened");
        Require(crypto.Kdf == GetKdfType(), $"its key derivation function is '{crypto.Kdf}', not {GetKdfType()}");
        Require(crypto.Kdfparams is not null, "it has no \"kdfparams\"");
        var fault = FindFault(crypto.Kdfparams);
        Require(fault is null, fault);

        var salt = ReadHex(crypto.Kdfparams.Salt, "salt");
        var iv = ReadHex(crypto.CipherParams?.Iv, "iv");
        Require(iv.Length == KeyStoreCipher.BlockLength, $"its \"iv\" has {iv.Length} bytes instead of {KeyStoreCipher.BlockLength}");
        var cipherText = ReadHex(crypto.CipherText, "ciphertext");
        var mac = ReadHex(crypto.Mac, "mac");

        var derivedKey = GenerateDerivedKey(password, salt, crypto.Kdfparams);
        if (!CryptographicOperations.FixedTimeEquals(KeyStoreCipher.Authenticate(derivedKey, cipherText), mac))
        {
            throw new DecryptionException("The password is wrong, or the keystore was damaged: its authentication code does not match.");
        }

        return KeyStoreCipher.Apply(derivedKey, iv, cipherText);
    }

    /// <summary>Reads a keystore without opening it.</summary>
    /// <exception cref="JsonException">The text is not JSON, or no keystore.</exception>
    public abstract KeyStore<T> DeserializeKeyStoreFromJson(string json);

    /// <summary>The text of a keystore's file.</summary>
    public abstract string SerializeKeyStoreToJson(KeyStore<T> keyStore);

    /// <summary>The name of the key derivation function.</summary>
    public abstract string GetKdfType();

    /// <summary>The name of the cipher.</summary>
    public virtual string GetCipherType() => KeyStoreCipher.Name;

    protected abstract byte[] GenerateDerivedKey(string pasword, byte[] salt, T kdfParams);

    protected abstract T GetDefaultParams();

    /// <summary>What is wrong with the parameters, or null.</summary>
    private protected abstract string FindFault(T kdfParams);

    private protected static KeyStore<T> Deserialize(string json) =>
        JsonConvert.DeserializeObject<KeyStore<T>>(json) ?? throw new JsonSerializationException("The text is empty, not a keystore.");

    private static byte[] ReadHex(string value, string name)
    {
        Require(value is not null && value.IsHex(), $"its \"{name}\" is missing or not hexadecimal");
        return value.HexToByteArray();
    }

    private static void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new JsonSerializationException($"The keystore cannot be opened: {fault}.");
        }
    }
}
