using Sending.Chain.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Tests.Accounts;

public class PrivateKeyTextTests
{
    /// <summary>Published with Hardhat: its second account.</summary>
    private const string Key = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

    private const string Mnemonic = "test test test test test test test test test test test junk";
    private const string Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

    [Theory]
    [InlineData(Key)]
    [InlineData("0x" + Key)]
    [InlineData("  0X59C6995E998F97A5A0044966F0945389DC9E86DAE88C7A8412F4603B6B78690D\n")]
    public void Reads_hex(string text) => Assert.Equal(Address, PrivateKeyText.FromHex(text).GetPublicAddress(), ignoreCase: true);

    [Theory]
    [InlineData("")]
    [InlineData("0x1234")]
    [InlineData(Key + "00")]
    [InlineData("zzc6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")]
    public void Refuses_what_is_no_key_and_never_repeats_it(string text)
    {
        var error = Assert.Throws<SendingException>(() => PrivateKeyText.FromHex(text));
        Assert.Equal(ErrorCode.InvalidSecret, error.Code);
        Assert.True(text.Length == 0 || !error.Message.Contains(text));
    }

    [Theory]
    [InlineData(Mnemonic)]
    [InlineData("  TEST test\ttest test test test\ntest test test test test junk ")]
    public void Derives_from_a_mnemonic(string words)
        => Assert.Equal(Address, PrivateKeyText.FromMnemonic(words, 1).GetPublicAddress(), ignoreCase: true);

    [Theory]
    [InlineData("test test test", "3 words")]
    [InlineData("", "0 words")]
    [InlineData("test test test test test test test test test test test test", "checksum")]
    [InlineData("test test test test test test test test test test test xyzzy", "word list")]
    public void Refuses_what_is_no_mnemonic(string words, string why)
    {
        var error = Assert.Throws<SendingException>(() => PrivateKeyText.FromMnemonic(words, 0));
        Assert.Equal(ErrorCode.InvalidSecret, error.Code);
        Assert.Contains(why, error.Message);
        Assert.DoesNotContain("xyzzy", error.Message);
    }
}
