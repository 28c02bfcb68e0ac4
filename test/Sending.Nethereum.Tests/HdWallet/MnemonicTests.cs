using Nethereum.HdWallet;

namespace Sending.Nethereum.Tests.HdWallet;

public sealed class MnemonicTests
{
    /// <summary>Vectors that BIP-39 refers to (Trezor's); the passphrase is always TREZOR.</summary>
    [Theory]
    [InlineData("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about", "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04")]
    [InlineData("legal winner thank year wave sausage worth useful legal winner thank yellow", "2e8905819b8723fe2c1d161860e5ee1830318dbf49a83bd451cfb8440c28bd6fa457fe1296106559a3c80937a1c1069be3a3a5bd381ee6260e8d9739fce1f607")]
    [InlineData("letter advice cage absurd amount doctor acoustic avoid letter advice cage above", "d71de856f81a8acc65e6fc851a38d4d7ec216fd0796d0a6827a3ad6ed5511a30fa280f12eb2e47ed2ac03b5c462a0358d18d69fe4f985ec81778c1b370b652a8")]
    [InlineData("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong", "ac27495480225222079d7be181583751e86f571027b0497b5b5d11218e0a8a13332572917f0f8e5a589620c6f15b11c61dee327651a14c34e18231052e48c069")]
    [InlineData("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art", "bda85446c68413707090a52022edd26a1c9462295029f2e60cd7c4f2bbd3097170af7a4d73245cafa9c3cca8d561a7c3de6f5d4a10be8ed2a5e608d68f92fcc8")]
    [InlineData("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote", "dd48c104698c30cfe2b6142103248622fb7bb0ff692eebb00089b32d22484e1613912f0a5b694407be899ffd31ed3992c456cdf60f5d4564b8ba3f05a69890ad")]
    public void Trezor(string words, string seed)
    {
        var wallet = new Wallet(words, "TREZOR");
        Assert.True(wallet.IsMnemonicValidChecksum);
        Assert.Equal(seed, wallet.Seed);
    }

    [Theory]
    [InlineData("test test test test test test test test test test test test")]
    [InlineData("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon")]
    [InlineData("legal winner thank year wave sausage worth useful legal winner yellow thank")]
    public void AWrongChecksumShows(string words) => Assert.False(new Wallet(words, null).IsMnemonicValidChecksum);

    [Theory]
    [InlineData("")]
    [InlineData("test test test test test test test test test test junk")]
    [InlineData("test test test test test test test test test test test test junk")]
    [InlineData("test test test test test test test test test test test jnuk")]
    [InlineData("Test test test test test test test test test test test junk")]
    public void OtherWordsAreRefused(string words) => Assert.ThrowsAny<Exception>(() => new Wallet(words, null));

    [Fact]
    public void TheMessageHasThePlaceAndNotTheWord()
    {
        var error = Assert.ThrowsAny<Exception>(() => new Wallet("test test test test test test test test test test test jnuk", null));
        Assert.Contains("12", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("jnuk", error.Message, StringComparison.Ordinal);
    }
}
