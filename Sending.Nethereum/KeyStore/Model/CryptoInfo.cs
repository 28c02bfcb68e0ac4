using Nethereum.Hex.HexConvertors.Extensions;
using Newtonsoft.Json;

namespace Nethereum.KeyStore.Model;

/// <summary>The encrypted key, and all that is needed besides the password to decrypt it. Bytes are hexadecimal digits.</summary>
public class CryptoInfo<TKdfParams>
    where TKdfParams : KdfParams
{
    public CryptoInfo()
    {
    }

    public CryptoInfo(string cipher, byte[] cipherText, byte[] iv, byte[] mac, byte[] salt, TKdfParams kdfParams, string kdfType)
    {
        Cipher = cipher;
        CipherText = cipherText.ToHex();
        CipherParams = new CipherParams(iv);
        Mac = mac.ToHex();
        Kdf = kdfType;
        Kdfparams = kdfParams;
        Kdfparams.Salt = salt.ToHex();
    }

    [JsonProperty("cipher")]
    public string Cipher { get; set; }

    [JsonProperty("ciphertext")]
    public string CipherText { get; set; }

    [JsonProperty("cipherparams")]
    public CipherParams CipherParams { get; set; }

    /// <summary>The key derivation function: <c>scrypt</c> or <c>pbkdf2</c>.</summary>
    [JsonProperty("kdf")]
    public string Kdf { get; set; }

    /// <summary>Keccak-256 of the second half of the derived key and the encrypted bytes.</summary>
    [JsonProperty("mac")]
    public string Mac { get; set; }

    [JsonProperty("kdfparams")]
    public TKdfParams Kdfparams { get; set; }
}
