using Nethereum.HdWallet;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Internals;

public sealed class MnemonicSeedTests
{
    /// <summary>Wallets read English words alone; how words and passphrase become a seed is checked in all languages of ethers' cases.</summary>
    [Fact]
    public async Task EthersSeedsInOtherLanguages()
    {
        var cases = (await TestCases.LoadAsync("hdnode")).Where(testCase => testCase.Text("locale") != "en").ToList();
        Assert.Equal(315, cases.Count);
        Assert.All(cases, testCase => Assert.Equal(
            testCase.Text("seed"), Mnemonic.DeriveSeed(testCase.Text("mnemonic")!, testCase.Text("password")!).ToHex(prefix: true)));
    }

    [Fact]
    public void WhiteSpaceBetweenWordsDoesNotMatter()
    {
        var tidy = new Mnemonic("test test test test test test test test test test test junk");
        var untidy = new Mnemonic("  test test\ttest test\r\ntest test  test test test test test\u3000junk\n");
        Assert.Equal(tidy.DeriveSeed(null!), untidy.DeriveSeed(null!));
    }
}
