using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nethereum.KeyStore;

/// <summary>Finds the key derivation function of a keystore.</summary>
public class KeyStoreKdfChecker
{
    /// <summary>The key derivation functions there are.</summary>
    public enum KdfType
    {
        scrypt = 0,
        pbkdf2 = 1,
    }

    /// <summary>The function that the keystore names.</summary>
    /// <exception cref="JsonException">The text is not JSON, or no keystore.</exception>
    /// <exception cref="InvalidKdfException">The function is another one.</exception>
    public KdfType GetKeyStoreKdfType(string json) =>
        Crypto(json)["kdf"]?.ToString() switch
        {
            KeyStoreScryptService.KdfType => KdfType.scrypt,
            KeyStorePbkdf2Service.KdfType => KdfType.pbkdf2,
            var other => throw new InvalidKdfException(other),
        };

    // Old clients write "Crypto".
    private static JObject Crypto(string json) =>
        JObject.Parse(json).GetValue("crypto", StringComparison.OrdinalIgnoreCase) as JObject
        ?? throw new JsonSerializationException("The text is not a keystore of version 3: it has no \"crypto\".");
}
