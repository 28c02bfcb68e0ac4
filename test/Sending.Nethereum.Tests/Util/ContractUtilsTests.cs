using Nethereum.Util;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Util;

public sealed class ContractUtilsTests
{
    /// <summary>Examples of EIP-1014.</summary>
    [Theory]
    [InlineData("0x0000000000000000000000000000000000000000", "0x0000000000000000000000000000000000000000000000000000000000000000", "0x00", "0x4D1A2e2bB4F88F0250f26Ffff098B0b30B26BF38")]
    [InlineData("0xdeadbeef00000000000000000000000000000000", "0x0000000000000000000000000000000000000000000000000000000000000000", "0x00", "0xB928f69Bb1D91Cd65274e3c79d8986362984fDA3")]
    [InlineData("0x00000000000000000000000000000000deadbeef", "0x00000000000000000000000000000000000000000000000000000000cafebabe", "0xdeadbeef", "0x60f3f640a8508fC6a86d45DF051962668E1e8AC7")]
    [InlineData("0x0000000000000000000000000000000000000000", "0x0000000000000000000000000000000000000000000000000000000000000000", "0x", "0xE33C0C7F7df4809055C3ebA6c09CFe4BaF1BD9e0")]
    public void Eip1014(string creator, string salt, string code, string expected) =>
        Assert.Equal(expected, ContractUtils.CalculateCreate2Address(creator, salt, code));

    [Fact]
    public void ASaltOfAnotherLengthIsRefused() =>
        Assert.Throws<ArgumentException>(() => ContractUtils.CalculateCreate2Address(AddressUtil.ZERO_ADDRESS, "0x00", "0x"));

    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var created = Enumerable.Range(0, 200).Select(_ => (From: random.Hex(20), Nonce: random.Number(60))).ToList();
        var expected = await Viem.AskAsync("create", created.Select(item => new { from = item.From, nonce = item.Nonce.ToString() }));
        random.AssertSame(created, expected, item => ContractUtils.CalculateContractAddress(item.From, item.Nonce));

        var hashed = Enumerable.Range(0, 200).Select(_ => (From: random.Hex(20), Salt: random.Hex(32), Code: random.Hex(random.Below(300)))).ToList();
        expected = await Viem.AskAsync("create2", hashed.Select(item => new { from = item.From, salt = item.Salt, bytecode = item.Code }));
        random.AssertSame(hashed, expected, item => ContractUtils.CalculateCreate2Address(item.From, item.Salt, item.Code));
    }
}
