using System.Numerics;
using System.Text;
using Nethereum.KeyStore.Crypto;
using Nethereum.KeyStore.Model;
using Newtonsoft.Json;

namespace Nethereum.KeyStore;

/// <summary>Keystores whose key is derived by scrypt (RFC 7914).</summary>
public class KeyStoreScryptService : KeyStoreServiceBase<ScryptParams>
{
    public const string KdfType = "scrypt";

    // 1 GiB: more than any client writes, little enough that a hostile file does not take the machine down.
    private const long LargestMemory = 1 << 30;

    // Bytes mixed in all, 16 times what the default takes: some ten seconds.
    private const long MostWork = 1L << 32;

    // Files have 1 to 16.
    private const int MostRuns = 1024;

    /// <inheritdoc/>
    public override KeyStore<ScryptParams> DeserializeKeyStoreFromJson(string json) => Deserialize(json);

    /// <inheritdoc/>
    public override string SerializeKeyStoreToJson(KeyStore<ScryptParams> keyStore) => JsonConvert.SerializeObject(keyStore);

    /// <inheritdoc/>
    public override string GetKdfType() => KdfType;

    /// <inheritdoc/>
    protected override byte[] GenerateDerivedKey(string password, byte[] salt, ScryptParams kdfParams) =>
        Scrypt.DeriveKey(Encoding.UTF8.GetBytes(password), salt, kdfParams.N, kdfParams.R, kdfParams.P, kdfParams.Dklen);

    /// <summary>
    /// N = 262144, r = 1, p = 8, as Nethereum has it: 32 MiB, and about a second. RFC 7914 asks for N under 2^(16 r), so strict readers,
    /// <c>cast wallet</c> among them, refuse it: for files that others open, give N = 262144, r = 8, p = 1.
    /// </summary>
    protected override ScryptParams GetDefaultParams() => new() { N = 262_144, R = 1, P = 8, Dklen = 32 };

    private protected override string FindFault(ScryptParams kdfParams) => kdfParams switch
    {
        { Dklen: < 32 or > 1024 } => $"\"dklen\" is {kdfParams.Dklen}, not between 32 and 1024",
        { N: < 2 } => $"scrypt's \"n\" is {kdfParams.N}, not a power of two over 1",
        _ when !BitOperations.IsPow2(kdfParams.N) => $"scrypt's \"n\" is {kdfParams.N}, not a power of two",
        { P: > MostRuns } => $"scrypt's \"p\" is {kdfParams.P}, over {MostRuns}",
        { R: < 1 } or { P: < 1 } => "scrypt's \"r\" or \"p\" is under 1",
        _ when 128L * kdfParams.N * kdfParams.R > LargestMemory || 128L * kdfParams.P * kdfParams.R > LargestMemory =>
            $"scrypt with n={kdfParams.N}, r={kdfParams.R}, p={kdfParams.P} would take more than 1 GiB of memory",
        _ when (Int128)128 * kdfParams.N * kdfParams.R * kdfParams.P > MostWork =>
            $"scrypt with n={kdfParams.N}, r={kdfParams.R}, p={kdfParams.P} would take minutes",
        _ => null,
    };
}
