using Nethereum.KeyStore;
using Nethereum.KeyStore.Crypto;
using Nethereum.KeyStore.Model;
using Newtonsoft.Json;
using Sending.Testing;

namespace Sending.Nethereum.Tests.KeyStore;

/// <summary>A file that calls itself a keystore may be anything, and must not cost more than a keystore does.</summary>
public sealed class KeyStoreFuzzTests
{
    private const string Password = "x";

    private static readonly string s_scrypt = new KeyStoreScryptService().EncryptAndGenerateKeyStoreAsJson(
        Password, new byte[32], "0x00000000000000000000000000000000000000aa", new ScryptParams { N = 2, R = 1, P = 1, Dklen = 32 });

    private static readonly string s_pbkdf2 = new KeyStorePbkdf2Service().EncryptAndGenerateKeyStoreAsJson(
        Password, new byte[32], "0x00000000000000000000000000000000000000aa", new Pbkdf2Params { Count = 1, Prf = "hmac-sha256", Dklen = 32 });

    [Fact]
    public void AKeyStoreIsOpenedOrRefused()
    {
        var service = new KeyStoreService();

        // A damaged cost may still be one that is allowed: what it takes in memory is then by design.
        Fuzz.Text([Undemanding(s_scrypt), Undemanding(s_pbkdf2)], json => service.DecryptKeyStoreFromJson(Password, Undemanding(json)), IsDocumented, memory: 8 << 20);
        Fuzz.Text([s_scrypt, s_pbkdf2], json => service.GetAddressFromKeyStore(json), error => error is JsonException);
    }

    [Theory]
    [InlineData("n", "1073741824")]
    [InlineData("n", "-2")]
    [InlineData("n", "4294967296")]
    [InlineData("r", "2147483647")]
    [InlineData("r", "-1")]
    [InlineData("p", "2147483647")]
    [InlineData("p", "8388608")]
    [InlineData("dklen", "2147483647")]
    [InlineData("dklen", "-1")]
    [InlineData("n", "1e30")]
    [InlineData("n", "\"many\"")]
    public void AbsurdCostsOfScryptAreRefusedAtOnce(string name, string value) => AssertRefusedAtOnce(Replace(s_scrypt, name, value));

    [Theory]
    [InlineData("c", "2147483647")]
    [InlineData("c", "0")]
    [InlineData("c", "-1")]
    [InlineData("dklen", "2147483647")]
    [InlineData("dklen", "31")]
    public void AbsurdCostsOfPbkdf2AreRefusedAtOnce(string name, string value) => AssertRefusedAtOnce(Replace(s_pbkdf2, name, value));

    [Fact]
    public void TheWorkOfScryptIsBoundedAsItsMemoryIs()
    {
        // 64 MiB of memory, a thousand times over.
        AssertRefusedAtOnce(Replace(Replace(s_scrypt, "n", "524288"), "p", "1024"));
        Assert.Throws<ArgumentException>(() => new KeyStoreScryptService().EncryptAndGenerateKeyStore(
            Password, new byte[32], "", new ScryptParams { N = 524_288, R = 1, P = 1024, Dklen = 32 }));
    }

    private static void AssertRefusedAtOnce(string json)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsAny<JsonException>(() => new KeyStoreService().DecryptKeyStoreFromJson(Password, json));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static bool IsDocumented(Exception error) => error is JsonException or InvalidKdfException or DecryptionException;

    private static string Replace(string json, string name, string value) => System.Text.RegularExpressions.Regex.Replace(json, $"\"{name}\":[0-9]+", $"\"{name}\":{value}");

    /// <summary>Numbers above five digits in the place of a cost would be allowed, and only slow.</summary>
    private static string Undemanding(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"(n|r|p|c)\":([0-9]{4,9})(?=[,}])", "\"$1\":2");
}
