using Nethereum.HdWallet;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.HdWallet;

public sealed class WalletTests
{
    private const string HardhatWords = "test test test test test test test test test test test junk";

    /// <summary>The accounts of every Hardhat and Anvil node: BIP-44's path for Ethereum.</summary>
    [Fact]
    public void HardhatsAccounts()
    {
        var wallet = new Wallet(HardhatWords, null);
        Assert.Equal(
            ["0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"],
            wallet.GetAddresses(3));
        Assert.Equal("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80", wallet.GetPrivateKey(0).ToHex());
        Assert.Equal(wallet.GetEthereumKey(1).GetPubKey(), wallet.GetPublicKey(1));
        Assert.Equal("m/44'/60'/0'/0/x", wallet.Path);
        Assert.Equal(HardhatWords, string.Join(' ', wallet.Words));
    }

    [Fact]
    public void AKeyIsFoundByItsAddress()
    {
        var wallet = new Wallet(HardhatWords, null);
        Assert.Equal(wallet.GetPrivateKey(2), wallet.GetPrivateKey("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc"));
        Assert.Null(wallet.GetPrivateKey("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc", maxIndexSearch: 2));
        Assert.Null(wallet.GetPrivateKey(AddressUtil.ZERO_ADDRESS, maxIndexSearch: 3));
    }

    [Fact]
    public void AccountsOfIndexAndAddress()
    {
        var wallet = new Wallet(HardhatWords, null);
        Assert.Equal("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", wallet.GetAccount(1, 31337).Address);
        Assert.Equal(31337, wallet.GetAccount(1, 31337).ChainId);
        Assert.Equal(wallet.GetAccount(1).PrivateKey, wallet.GetAccount("0x70997970c51812dc3a010c7d01b50e0d17dc79c8", chainId: 31337).PrivateKey);
        Assert.Null(wallet.GetAccount(AddressUtil.ZERO_ADDRESS, maxIndexSearch: 1));
    }

    [Fact]
    public void PathAndPassphraseLeadToOtherKeys()
    {
        var addresses = new[]
        {
            new Wallet(HardhatWords, null).GetAddresses(1)[0],
            new Wallet(HardhatWords, "passphrase").GetAddresses(1)[0],
            new Wallet(HardhatWords, null, Wallet.ELECTRUM_LEDGER_PATH).GetAddresses(1)[0],
        };
        Assert.Equal(3, addresses.Distinct().Count());
        Assert.Equal(new Wallet(HardhatWords, "").Seed, new Wallet(HardhatWords, null).Seed);
    }

    [Fact]
    public void ASeedIsAsGoodAsItsWords()
    {
        var fromWords = new Wallet(HardhatWords, null);
        var fromSeed = new Wallet(fromWords.Seed.HexToByteArray());
        Assert.Equal(fromWords.GetAddresses(2), fromSeed.GetAddresses(2));
        Assert.Null(fromSeed.Words);
    }

    [Fact]
    public async Task EthersNodes()
    {
        var (english, nodes) = (0, 0);
        foreach (var testCase in await TestCases.LoadAsync("hdnode"))
        {
            // The words of the other languages are covered, as far as they are supported, by the tests of the internals.
            if (testCase.Text("locale") == "en")
            {
                var wallet = new Wallet(testCase.Text("mnemonic"), testCase.Text("password"));
                Assert.True(wallet.IsMnemonicValidChecksum);
                Assert.Equal(testCase.Text("seed"), wallet.Seed.EnsureHexPrefix());
                english++;
            }

            foreach (var node in testCase.GetProperty("hdnodes").EnumerateArray())
            {
                var key = new Wallet(testCase.Text("seed").HexToByteArray(), node.Text("path")).GetEthereumKey(0);
                Assert.Equal(node.Text("privateKey"), key.GetPrivateKey());
                Assert.Equal(node.Text("address"), key.GetPublicAddress().ToLowerInvariant());
                nodes++;
            }
        }

        Assert.Equal((1094, 6289), (english, nodes));
    }

    [Fact]
    public async Task KeysLikeViem()
    {
        var random = new Seeded();
        var inputs = Enumerable.Range(0, 60).Select(_ => new
        {
            seed = random.Hex(random.Below(49) + 16),
            path = "m/" + string.Join('/', Enumerable.Range(0, random.Below(5) + 1).Select(_ => random.Number(31) + (random.Coin() ? "'" : ""))),
        }).ToList();
        var expected = await Viem.AskAsync("hdKey", inputs);
        random.AssertSame(inputs, expected, item => new Wallet(item.seed.HexToByteArray(), item.path).GetPrivateKey(0).ToHex(prefix: true));
    }

    [Fact]
    public async Task WordsLikeViem()
    {
        var random = new Seeded();
        var inputs = Enumerable.Range(0, 25).Select(i => new { strength = 128 + (i % 5 * 32), passphrase = random.Text(10), index = random.Below(1000) }).ToList();
        foreach (var (input, answer) in inputs.Zip(await Viem.AskAsync("mnemonic", inputs)))
        {
            var words = answer[..answer.LastIndexOf(' ')];
            var wallet = new Wallet(words, input.passphrase);
            Assert.True(wallet.IsMnemonicValidChecksum, words);
            Assert.Equal(answer, $"{words} {wallet.GetEthereumKey(input.index).GetPublicAddress()}");
        }
    }

    [Theory]
    [InlineData("m/44'/60'/x'/0/0/nothing")]
    [InlineData("m//0")]
    [InlineData("m/2147483648")]
    [InlineData("m/-1")]
    [InlineData("m/0''")]
    [InlineData("")]
    public void PathsThatCannotBeReadAreRefused(string path) => Assert.ThrowsAny<Exception>(() => new Wallet(HardhatWords, null, path).GetPrivateKey(0));

    [Fact]
    public void ANegativeIndexIsRefused() => Assert.ThrowsAny<Exception>(() => new Wallet(HardhatWords, null).GetPrivateKey(-1));

    [Theory]
    [InlineData(15)]
    [InlineData(65)]
    public void SeedsOfOtherLengthsAreRefused(int length) => Assert.ThrowsAny<Exception>(() => new Wallet(new byte[length]));

    [Fact]
    public void AccountsSign() => Assert.Equal(
        "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
        new EthereumMessageSigner().EncodeUTF8AndEcRecover("hi", new EthereumMessageSigner().EncodeUTF8AndSign("hi", new Wallet(HardhatWords, null).GetEthereumKey(0))));
}
