using System.Globalization;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.KeyStore.Crypto;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nethereum.KeyStore;

/// <summary>Makes keystores with scrypt, and opens those of scrypt and pbkdf2 (Web3 Secret Storage Definition, version 3).</summary>
public class KeyStoreService
{
    private readonly KeyStoreKdfChecker _kdfChecker = new();
    private readonly KeyStoreScryptService _scrypt = new();
    private readonly KeyStorePbkdf2Service _pbkdf2 = new();

    /// <summary>The address as the file says it, usually without prefix; null when it does not say one.</summary>
    /// <exception cref="JsonException">The text is not JSON, or has something else than text there.</exception>
    public string GetAddressFromKeyStore(string json) => JObject.Parse(json)["address"] switch
    {
        null or JValue { Type: JTokenType.Null } => null,
        JValue { Type: JTokenType.String } address => (string)address,
        var other => throw new JsonSerializationException($"The keystore's \"address\" is no text but {other.Type}."),
    };

    /// <summary>A file's name as geth makes them: the time (UTC) and the address.</summary>
    public string GenerateUTCFileName(string address)
    {
        var time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH-mm-ss.fffffff'Z'", CultureInfo.InvariantCulture);
        return $"UTC--{time}--{address.RemoveHexPrefix().ToLowerInvariant()}";
    }

    /// <summary>Decrypts a keystore's private key.</summary>
    /// <exception cref="JsonException">The text is not JSON, or no keystore that can be opened.</exception>
    /// <exception cref="InvalidKdfException">The key derivation function is unknown.</exception>
    /// <exception cref="DecryptionException">The password is wrong.</exception>
    public byte[] DecryptKeyStoreFromJson(string password, string json) => _kdfChecker.GetKeyStoreKdfType(json) switch
    {
        KeyStoreKdfChecker.KdfType.scrypt => _scrypt.DecryptKeyStoreFromJson(password, json),
        _ => _pbkdf2.DecryptKeyStoreFromJson(password, json),
    };

    /// <summary>Encrypts a private key with scrypt and the default parameters.</summary>
    public string EncryptAndGenerateDefaultKeyStoreAsJson(string password, byte[] key, string address) =>
        _scrypt.EncryptAndGenerateKeyStoreAsJson(password, key, address);
}
