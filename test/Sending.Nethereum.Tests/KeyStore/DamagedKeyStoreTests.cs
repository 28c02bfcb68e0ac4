using System.Text.Json.Nodes;
using Nethereum.KeyStore;
using Nethereum.KeyStore.Crypto;
using Newtonsoft.Json;

namespace Sending.Nethereum.Tests.KeyStore;

public sealed class DamagedKeyStoreTests
{
    /// <summary>The case "life" of ethers' wallets: password "foo", cheap to open.</summary>
    internal const string Sound = """
        {"address":"17c5185167401ed00cf5f5b2fc97d9bbfdb7d025","id":"01234567-8901-4345-a789-012345678901","version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"deadbeef1deadbeef2deadbeef301234"},"ciphertext":"cea502df4b9405fa2b6d8d19ec4e2953c5ce08e0e01d4c0292512ce62baef8f3","kdf":"scrypt","kdfparams":{"salt":"abcd1abcd2abcd3abcd4abcd5abcd6ef","n":1024,"dklen":32,"p":2,"r":4},"mac":"6e0a8e2409261d464e35a251f4b1fddd6ad0f7045a18d3957c127387f1c0de72"}}
        """;

    [Fact]
    public void TheSoundOneOpens() => Assert.All(new KeyStoreService().DecryptKeyStoreFromJson("foo", Sound), octet => Assert.Equal(0x42, octet));

    [Fact]
    public void AWrongPasswordIsRefused()
    {
        Assert.ThrowsAny<DecryptionException>(() => new KeyStoreService().DecryptKeyStoreFromJson("bar", Sound));
        Assert.ThrowsAny<DecryptionException>(() => new KeyStoreService().DecryptKeyStoreFromJson("", Sound));
    }

    [Theory]
    [InlineData("crypto.mac", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("crypto.mac", "\"\"")]
    [InlineData("crypto.ciphertext", "\"cea502df\"")]
    [InlineData("crypto.kdfparams.salt", "\"00\"")]
    [InlineData("crypto.kdfparams.n", "2048")]
    public void ChangedBytesAreNoticed(string path, string value) =>
        Assert.ThrowsAny<DecryptionException>(() => new KeyStoreService().DecryptKeyStoreFromJson("foo", Change(path, value)));

    [Theory]
    [InlineData("version", "1", "version is 1")]
    [InlineData("version", null, "version is 0")]
    [InlineData("crypto.cipher", "\"aes-256-gcm\"", "cipher is 'aes-256-gcm'")]
    [InlineData("crypto.cipherparams", null, "\"iv\" is missing")]
    [InlineData("crypto.cipherparams.iv", "\"dead\"", "\"iv\" has 2 bytes")]
    [InlineData("crypto.ciphertext", "\"xyz\"", "\"ciphertext\" is missing or not hexadecimal")]
    [InlineData("crypto.ciphertext", null, "\"ciphertext\" is missing or not hexadecimal")]
    [InlineData("crypto.mac", null, "\"mac\" is missing")]
    [InlineData("crypto.kdfparams", null, "no \"kdfparams\"")]
    [InlineData("crypto.kdfparams.salt", null, "\"salt\" is missing")]
    [InlineData("crypto.kdfparams.n", "1000", "not a power of two")]
    [InlineData("crypto.kdfparams.n", "0", "not a power of two")]
    [InlineData("crypto.kdfparams.r", "0", "under 1")]
    [InlineData("crypto.kdfparams.n", "1073741824", "more than 1 GiB")]
    [InlineData("crypto.kdfparams.dklen", "16", "\"dklen\" is 16")]
    [InlineData("crypto", null, "no \"crypto\"")]
    [InlineData("crypto", "[]", "no \"crypto\"")]
    public void WhatCannotBeOpenedIsNamed(string path, string? value, string message)
    {
        var error = Assert.ThrowsAny<JsonException>(() => new KeyStoreService().DecryptKeyStoreFromJson("foo", Change(path, value)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"argon2\"")]
    [InlineData("null")]
    [InlineData(null)]
    [InlineData("{}")]
    public void AnUnknownKeyDerivationIsRefused(string? kdf) =>
        Assert.ThrowsAny<InvalidKdfException>(() => new KeyStoreService().DecryptKeyStoreFromJson("foo", Change("crypto.kdf", kdf)));

    [Fact]
    public void ATruncatedFileIsRefused()
    {
        for (var length = 0; length < Sound.TrimEnd().Length; length += 7)
        {
            Assert.ThrowsAny<JsonException>(() => new KeyStoreService().DecryptKeyStoreFromJson("foo", Sound[..length]));
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("3")]
    [InlineData("{}")]
    public void OtherTextIsRefused(string text) => Assert.ThrowsAny<JsonException>(() => new KeyStoreService().DecryptKeyStoreFromJson("foo", text));

    private static string Change(string path, string? value)
    {
        var document = JsonNode.Parse(Sound)!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(document, (node, step) => node[step]!).AsObject();
        parent.Remove(steps[^1]);
        if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        return document.ToJsonString();
    }
}
