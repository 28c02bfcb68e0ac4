using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Testing;

namespace Sending.Chain.Tests.Accounts;

/// <summary>What users paste and files hold: a key, or a <see cref="SendingException"/>.</summary>
public class AccountFuzzTests
{
    private const string Key = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
    private const string Mnemonic = "test test test test test test test test test test test junk";

    private const string Keystore = """
        {"address":"17c5185167401ed00cf5f5b2fc97d9bbfdb7d025","id":"01234567-8901-4345-a789-012345678901","version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"deadbeef1deadbeef2deadbeef301234"},"ciphertext":"cea502df4b9405fa2b6d8d19ec4e2953c5ce08e0e01d4c0292512ce62baef8f3","kdf":"scrypt","kdfparams":{"salt":"abcd1abcd2abcd3abcd4abcd5abcd6ef","n":1024,"dklen":32,"p":2,"r":4},"mac":"6e0a8e2409261d464e35a251f4b1fddd6ad0f7045a18d3957c127387f1c0de72"}}
        """;

    [Fact]
    public void Private_keys() => Fuzz.Text([Key, Key[2..], " " + Key.ToUpperInvariant().Replace("0X", "0x", StringComparison.Ordinal)], text => PrivateKeyText.FromHex(text), IsRefusal(ErrorCode.InvalidSecret));

    /// <summary>Fewer, since a mnemonic whose words are all known is stretched by 2,048 rounds. The first with other letters reads the tables of Unicode.</summary>
    [Fact]
    public void Mnemonics() => Fuzz.Text([Mnemonic], text => PrivateKeyText.FromMnemonic(text, 0), IsRefusal(ErrorCode.InvalidSecret), memory: 16 << 20);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_address()
        => Assert.Equal(ErrorCode.InvalidKeystore, Assert.Throws<SendingException>(() => KeystoreFile.ReadAddress(Keystore.Replace("17c5", "\\ud800", StringComparison.Ordinal), "file")).Code);

    [Fact]
    public void Addresses_of_keystores() => Fuzz.Text([Keystore], text => KeystoreFile.ReadAddress(text, "file"), IsRefusal(ErrorCode.InvalidKeystore));

    private static Func<Exception, bool> IsRefusal(ErrorCode code) => error => error is SendingException refusal && refusal.Code == code;
}
