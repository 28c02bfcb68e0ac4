using Nethereum.Hex.HexTypes;
using Nethereum.KeyStore;
using Nethereum.KeyStore.Crypto;
using Nethereum.Signer;
using Nethereum.Signer.EIP712;
using Nethereum.Web3;
using Nethereum.Web3.Accounts;

namespace Sending.Nethereum.Tests.Web3Tests;

/// <summary>Accounts without a node.</summary>
public sealed class AccountTests
{
    // The private key and the address of EIP-712's example: keccak256("cow").
    private const string Key = "0xc85ef7d79691fe79573b1a7064c19c1a9819ebdbd1faaab1a8ec92344438aaf4";
    private const string Address = "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826";

    private const string TypedData = """
        {"types":{"EIP712Domain":[{"name":"name","type":"string"}],"Mail":[{"name":"contents","type":"string"}]},
         "primaryType":"Mail","domain":{"name":"Ether Mail"},"message":{"contents":"Hello, Bob!"}}
        """;

    [Fact]
    public void TheAddressIsOfTheKey()
    {
        Assert.Equal(Address, new Account(Key).Address);
        Assert.Equal(Address, new Account(new EthECKey(Key), 1).Address);
        Assert.Equal(Address, new Account(new EthECKey(Key).GetPrivateKeyAsBytes()).Address);
        Assert.Equal(Address, Web3.GetAddressFromPrivateKey(Key));
        Assert.Equal((Key, 5), (new Account(Key, 5).PrivateKey, new Account(Key, 5).ChainId));
        Assert.Equal(5, new Account(Key, 5).TransactionManager.ChainId);
    }

    [Fact]
    public void AnEncryptedKeyIsLoaded()
    {
        var json = new KeyStorePbkdf2Service().EncryptAndGenerateKeyStoreAsJson("pass", new EthECKey(Key).GetPrivateKeyAsBytes(), Address);
        var account = Account.LoadFromKeyStore(json, "pass", 31337);
        Assert.Equal((Address, 31337), (account.Address, account.ChainId));
        Assert.Throws<DecryptionException>(() => Account.LoadFromKeyStore(json, "Pass"));
    }

    [Fact]
    public async Task MessagesAndTypedDataAreSigned()
    {
        var signing = new Account(Key).AccountSigningService;
        var personal = await signing.PersonalSign.SendRequestAsync(new HexUTF8String("hello"));
        Assert.Equal(Address, new EthereumMessageSigner().EncodeUTF8AndEcRecover("hello", personal));
        Assert.Equal(personal, await signing.PersonalSign.SendRequestAsync("hello"u8.ToArray()));
        var typed = await signing.SignTypedDataV4.SendRequestAsync(TypedData);
        Assert.Equal(Address, Eip712TypedDataSigner.Current.RecoverFromSignatureV4(TypedData, typed));
    }

    [Fact]
    public async Task WithoutAClientTheErrorSaysWhatToDo()
    {
        var account = new Account(Key, 1);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => account.NonceService.GetNextNonceAsync());
        Assert.Contains("make a Web3 with the account", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HelpersAreThoseOfTheirClasses()
    {
        Assert.Equal("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", Web3.Sha3(""));
        Assert.True(Web3.IsChecksumAddress(Address));
        Assert.Equal(Address, Web3.ToChecksumAddress(Address.ToLowerInvariant()));
        Assert.Equal(42, Web3.ToValid20ByteAddress("0x1").Length);
    }
}
