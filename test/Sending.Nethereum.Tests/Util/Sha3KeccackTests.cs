using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Util;

public sealed class Sha3KeccackTests
{
    /// <summary>From the Keccak team's known answers, and selectors everybody knows.</summary>
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("transfer(address,uint256)", "a9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b")]
    public void KnownAnswers(string text, string expected) => Assert.Equal(expected, Sha3Keccack.Current.CalculateHash(text));

    [Fact]
    public void HexIsConcatenated() =>
        Assert.Equal(Sha3Keccack.Current.CalculateHashFromHex("0x1234"), Sha3Keccack.Current.CalculateHashFromHex("0x12", "34"));

    [Fact]
    public async Task EthersHashes()
    {
        var cases = await TestCases.LoadAsync("hashes");
        Assert.Equal(516, cases.Count);
        Assert.All(cases, testCase => Assert.Equal(
            testCase.Text("keccak256"), Sha3Keccack.Current.CalculateHash(testCase.Text("data")!.HexToByteArray()).ToHex(prefix: true)));
    }

    /// <summary>Lengths around the 136 bytes that Keccak-256 takes in at a time.</summary>
    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var inputs = Enumerable.Range(0, 300).Select(length => random.Hex(length)).ToList();
        var expected = await Viem.AskAsync("keccak", inputs.Select(data => new { data }));
        random.AssertSame(inputs, expected, data => Sha3Keccack.Current.CalculateHash(data.HexToByteArray()).ToHex(prefix: true));
    }
}
