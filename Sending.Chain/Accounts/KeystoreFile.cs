using System.Text.Json;
using Nethereum.KeyStore;
using Nethereum.KeyStore.Crypto;
using Nethereum.KeyStore.Model;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Chain.Errors;

namespace Sending.Chain.Accounts;

/// <summary>The text of a keystore file: Web3 Secret Storage, version 3, as geth, Foundry's cast and most wallets write it.</summary>
internal static class KeystoreFile
{
    /// <summary>Encrypts a key with a password.</summary>
    public static string Encrypt(EthECKey key, string password, KeystoreStrength strength)
    {
        var service = new KeyStoreScryptService();
        var parameters = new ScryptParams { Dklen = 32, N = (int)strength, R = 8, P = 1 };
        var address = key.GetPublicAddress()[2..].ToLowerInvariant();
        return service.SerializeKeyStoreToJson(service.EncryptAndGenerateKeyStore(password, key.GetPrivateKeyAsBytes(), address, parameters));
    }

    /// <summary>Decrypts a keystore and checks that the key belongs to the address it states.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.WrongPassword"/> or <see cref="ErrorCode.InvalidKeystore"/>.</exception>
    public static EthECKey Decrypt(string json, string password, string name, string path)
    {
        var stated = ReadAddress(json, path);
        EthECKey key;
        try
        {
            key = new EthECKey(new KeyStoreService().DecryptKeyStoreFromJson(password, json), true);
        }
        catch (DecryptionException error)
        {
            throw new SendingException(
                ErrorCode.WrongPassword,
                $"The password does not open account \"{name}\". Check the password or the password file.",
                new Dictionary<string, string> { ["account"] = name },
                error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw Invalid(path, $"cannot be decrypted ({error.Message})", error);
        }

        return stated is null || AddressUtil.Current.AreAddressesTheSame(stated, key.GetPublicAddress())
            ? key
            : throw Invalid(path, $"holds the key of another address than the {stated} it states");
    }

    /// <summary>The address that the file states, if it does, after checking that it is a version 3 keystore at all.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidKeystore"/>.</exception>
    public static string? ReadAddress(string json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version))
            {
                throw Invalid(path, "is no keystore: it states no version");
            }

            if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 3)
            {
                throw Invalid(path, $"is a keystore of version {version}; only version 3 can be opened");
            }

            if (!HasCrypto(root))
            {
                throw Invalid(path, "is no complete keystore: cipher text, key derivation or mac is missing");
            }

            return root.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.String
                ? StatedAddress(address.GetString()!, path)
                : null;
        }
        catch (JsonException error)
        {
            throw Invalid(path, "is truncated or not JSON", error);
        }
        catch (InvalidOperationException error)
        {
            // Half of a surrogate pair, written as an escape, is JSON and no text.
            throw Invalid(path, "has text that is not Unicode", error);
        }
    }

    /// <summary>The one wording for keystore trouble.</summary>
    public static SendingException Invalid(string path, string why, Exception? cause = null)
        => new(
            ErrorCode.InvalidKeystore,
            $"The keystore file {path} {why}. Restore it from a backup, or import the key anew under another name.",
            new Dictionary<string, string> { ["file"] = path },
            cause);

    private static bool HasCrypto(JsonElement root)
        => root.TryGetProperty("crypto", out var crypto)
        && crypto.ValueKind == JsonValueKind.Object
        && new[] { "cipher", "ciphertext", "cipherparams", "kdf", "kdfparams", "mac" }.All(name => crypto.TryGetProperty(name, out _));

    private static string StatedAddress(string text, string path)
    {
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        return digits.Length == 40 && digits.All(char.IsAsciiHexDigit)
            ? AddressUtil.Current.ConvertToChecksumAddress("0x" + digits)
            : throw Invalid(path, "states something that is not an address");
    }
}
