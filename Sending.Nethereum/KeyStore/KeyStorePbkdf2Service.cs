using System.Security.Cryptography;
using System.Text;
using Nethereum.KeyStore.Model;
using Newtonsoft.Json;

namespace Nethereum.KeyStore;

/// <summary>Keystores whose key is derived by PBKDF2 with HMAC-SHA-256 (RFC 8018).</summary>
internal sealed class KeyStorePbkdf2Service : KeyStoreServiceBase<Pbkdf2Params>
{
    public const string KdfType = "pbkdf2";

    // Forty times what clients write: some ten seconds.
    private const int MostRounds = 10_000_000;

    private const string HmacSha256 = "hmac-sha256";

    public override KeyStore<Pbkdf2Params> DeserializeKeyStoreFromJson(string json) => Deserialize(json);

    public override string SerializeKeyStoreToJson(KeyStore<Pbkdf2Params> keyStore) => JsonConvert.SerializeObject(keyStore);

    public override string GetKdfType() => KdfType;

    protected override byte[] GenerateDerivedKey(string password, byte[] salt, Pbkdf2Params kdfParams) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, kdfParams.Count, HashAlgorithmName.SHA256, kdfParams.Dklen);

    protected override Pbkdf2Params GetDefaultParams() => new() { Count = 262_144, Prf = HmacSha256, Dklen = 32 };

    private protected override string FindFault(Pbkdf2Params kdfParams) => kdfParams switch
    {
        { Dklen: < 32 or > 1024 } => $"\"dklen\" is {kdfParams.Dklen}, not between 32 and 1024",
        { Count: < 1 or > MostRounds } => $"pbkdf2's \"c\" is {kdfParams.Count}, not between 1 and {MostRounds}",
        { Prf: not HmacSha256 } => $"pbkdf2's \"prf\" is '{kdfParams.Prf}', only {HmacSha256} can be used",
        _ => null,
    };
}
