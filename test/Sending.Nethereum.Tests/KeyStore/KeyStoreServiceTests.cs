using System.Text.Json.Nodes;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.KeyStore;
using Nethereum.KeyStore.Crypto;
using Nethereum.KeyStore.Model;
using Nethereum.Signer;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.KeyStore;

public sealed class KeyStoreServiceTests
{
    /// <summary>The test vectors of the Web3 Secret Storage Definition.</summary>
    [Theory]
    [InlineData("""{"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},"ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2","kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256","salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},"mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}""")]
    [InlineData("""{"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},"ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt","kdfparams":{"dklen":32,"n":262144,"p":8,"r":1,"salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},"mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}""")]
    public void TheDefinitionsVectors(string json) => Assert.Equal(
        "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d",
        new KeyStoreService().DecryptKeyStoreFromJson("testpassword", json).ToHex());

    [Fact]
    public async Task EthersWallets()
    {
        var cases = await TestCases.LoadAsync("wallets");
        Assert.Equal(9, cases.Count);

        // The other 2 are wallets of Ethereum's presale, an older format that the definition does not cover.
        var keystores = cases.Where(testCase => testCase.Text("type") == "secret-storage").ToList();
        Assert.Equal(7, keystores.Count);
        Assert.All(keystores, testCase =>
        {
            var key = new EthECKey(new KeyStoreService().DecryptKeyStoreFromJson(testCase.Text("password"), testCase.Text("json")), isPrivate: true);
            Assert.Equal(testCase.Text("privateKey"), key.GetPrivateKey());
            Assert.Equal(testCase.Text("address"), key.GetPublicAddress().ToLowerInvariant());
            if (testCase.GetProperty("hasAddress").GetBoolean())
            {
                Assert.Equal(testCase.Text("address"), new KeyStoreService().GetAddressFromKeyStore(testCase.Text("json")).EnsureHexPrefix());
            }
        });
    }

    [Fact]
    public void TheDefaultIsNethereums()
    {
        var key = EthECKey.GenerateKey();
        var service = new KeyStoreService();
        var json = service.EncryptAndGenerateDefaultKeyStoreAsJson("pässword", key.GetPrivateKeyAsBytes(), key.GetPublicAddress());
        Assert.Equal(key.GetPrivateKeyAsBytes(), service.DecryptKeyStoreFromJson("pässword", json));
        Assert.True(key.GetPublicAddress().IsTheSameHex(service.GetAddressFromKeyStore(json)));
        var parameters = JsonNode.Parse(json)!["crypto"]!["kdfparams"]!;
        Assert.Equal((262_144, 1, 8, 32), ((int)parameters["n"]!, (int)parameters["r"]!, (int)parameters["p"]!, (int)parameters["dklen"]!));
        Assert.DoesNotContain(key.GetPrivateKeyAsBytes().ToHex(), json, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Node's scrypt and AES are OpenSSL's, so both ways are checked against code that shares nothing with this one.</summary>
    [Fact]
    public async Task BothWaysWithOpenSsl()
    {
        var random = new Seeded();
        var service = new KeyStoreScryptService();
        var inputs = Enumerable.Range(0, 20).Select(_ =>
        {
            var (n, r, p) = (1 << (random.Below(10) + 1), random.Below(8) + 1, random.Below(4) + 1);
            return new { key = random.Hex(32), password = random.Text(20), salt = random.Hex(32)[2..], iv = random.Hex(16)[2..], n, r, p };
        }).ToList();

        var theirs = await Viem.AskAsync("makeKeystore", inputs);
        random.AssertSame([.. inputs.Zip(theirs)], [.. inputs.Select(item => item.key)], pair =>
            service.DecryptKeyStoreFromJson(pair.First.password, pair.Second).ToHex(prefix: true));

        var mine = inputs.Select(item => new
        {
            item.password,
            json = service.EncryptAndGenerateKeyStoreAsJson(
                item.password, item.key.HexToByteArray(), EthECKey.GetPublicAddress(item.key), new ScryptParams { N = item.n, R = item.r, P = item.p, Dklen = 32 }),
        });
        random.AssertSame(await Viem.AskAsync("openKeystore", mine), [.. inputs.Select(item => item.key)], opened => opened);
    }

    [Fact]
    public void TwoFilesOfOneKeyDiffer()
    {
        var service = new KeyStoreScryptService();
        string Make() => service.EncryptAndGenerateKeyStoreAsJson("pw", new byte[32], "0x00", new ScryptParams { N = 2, R = 1, P = 1, Dklen = 32 });
        var (first, second) = (JsonNode.Parse(Make())!, JsonNode.Parse(Make())!);
        foreach (var path in new[] { "id", "crypto.ciphertext", "crypto.mac", "crypto.kdfparams.salt", "crypto.cipherparams.iv" })
        {
            Assert.NotEqual(At(first, path), At(second, path));
        }
    }

    [Fact]
    public void FileNamesSayTimeAndAddress() => Assert.Matches(
        "^(?i:utc)--[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9-.]+Z--cd2a3d9f938e13cd947ec05abc7fe734df8dd826$",
        new KeyStoreService().GenerateUTCFileName("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826").Replace("CD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", "cd2a3d9f938e13cd947ec05abc7fe734df8dd826", StringComparison.Ordinal));

    private static string At(JsonNode document, string path) => path.Split('.').Aggregate(document, (node, step) => node[step]!).ToString();

    [Fact]
    public void APasswordThatIsWrongIsToldFromADamagedFile() =>
        Assert.ThrowsAny<DecryptionException>(() => new KeyStoreService().DecryptKeyStoreFromJson("wrong", DamagedKeyStoreTests.Sound));
}
