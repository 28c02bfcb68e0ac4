using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Util;

public sealed class AddressTests
{
    /// <summary>The examples of EIP-55.</summary>
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void Eip55(string address)
    {
        Assert.Equal(address, address.ToLowerInvariant().ConvertToEthereumChecksumAddress());
        Assert.Equal(address, address.HexToByteArray().ConvertToEthereumChecksumAddress());
        Assert.True(address.IsEthereumChecksumAddress());
    }

    [Theory]
    [InlineData("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359")]
    [InlineData("0xDE709F2102306220921060314715629080E2FB77")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d35")]
    public void TheCaseIsTheChecksum(string address) => Assert.False(address.IsEthereumChecksumAddress());

    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7", true)]
    [InlineData("52908400098527886E0F7030069857D2E4169EE7", false)]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE", false)]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EEg", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Format(string? address, bool valid) => Assert.Equal(valid, address!.IsValidEthereumAddressHexFormat());

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("0x0", true)]
    [InlineData("0xde709f2102306220921060314715629080e2fb77", false)]
    public void Empty(string? address, bool empty)
    {
        Assert.Equal(empty, address!.IsAnEmptyAddress());
        Assert.Equal(!empty, address!.IsNotAnEmptyAddress());
    }

    [Fact]
    public void SameWhateverTheCase()
    {
        Assert.True("0xDE709f2102306220921060314715629080e2fb77".IsTheSameAddress("de709f2102306220921060314715629080e2fb77"));
        Assert.False("0xDE709f2102306220921060314715629080e2fb77".IsTheSameAddress("0xde709f2102306220921060314715629080e2fb78"));
    }

    [Fact]
    public void ShortAddressesAreFilledUp() =>
        Assert.Equal("0x0000000000000000000000000000000000001234", AddressUtil.Current.ConvertToValid20ByteAddress("0x1234"));

    [Fact]
    public void TextThatIsNoAddressIsRefused()
    {
        Assert.Throws<ArgumentException>(() => AddressUtil.Current.ConvertToChecksumAddress("0x1234"));
        Assert.Throws<ArgumentException>(() => AddressUtil.Current.ConvertToChecksumAddress("0x" + new string('g', 40)));
        Assert.Throws<ArgumentException>(() => AddressUtil.Current.ConvertToChecksumAddress(new byte[19]));
    }

    [Fact]
    public async Task EthersChecksums()
    {
        var cases = await TestCases.LoadAsync("accounts");
        Assert.Equal(1038, cases.Count);
        Assert.All(cases, testCase => Assert.Equal(testCase.Text("checksumAddress"), testCase.Text("address")!.ConvertToEthereumChecksumAddress()));
    }
}
