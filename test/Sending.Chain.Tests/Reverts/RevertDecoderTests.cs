using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Reverts;
using Sending.Testing;

namespace Sending.Chain.Tests.Reverts;

[Collection(DevnetCollection.Name)]
public class RevertDecoderTests(DevnetFixture devnet)
{
    private RevertDecoder Decoder => new(devnet.Connection);

    private IReadOnlyList<ErrorABI> Errors =>
    [
        .. devnet.Connection.Staking.GetAllErrorABIs(),
        .. devnet.Connection.Config.GetAllErrorABIs(),
        .. devnet.Connection.Token.GetAllErrorABIs(),
        .. devnet.Connection.Identities.GetAllErrorABIs(),
        .. devnet.Connection.Credit.GetAllErrorABIs(),
        .. devnet.Connection.Work.GetAllErrorABIs(),
        .. devnet.Connection.Rewards.GetAllErrorABIs(),
        .. devnet.Connection.Governor.GetAllErrorABIs(),
    ];

    [Fact]
    public void Every_error_of_the_contracts_has_a_sentence_and_no_sentence_is_left_over()
    {
        Assert.Empty(Errors.Where(error => RevertSentences.KeyOf(error) is null).Select(error => error.Name));
        Assert.Empty(RevertSentences.Keys.Except(Errors.Select(error => RevertSentences.KeyOf(error)!)));
    }

    [Fact]
    public void No_sentence_asks_for_an_argument_that_its_error_does_not_have()
        => Assert.All(Errors, error =>
        {
            // 32 is a number, an address and the place of an empty text alike.
            var word = "20".PadLeft(64, '0');
            var data = Selector(error) + string.Concat(error.InputParameters.Select(_ => word)) + new string('0', 64);
            Assert.DoesNotContain("?", Decoder.Decode(data).Sentence);
        });

    [Theory]
    [InlineData("0x", "without a reason")]
    [InlineData("0xdeadbeef", "unknown error 0xdeadbeef")]
    [InlineData("0x4e487b710000000000000000000000000000000000000000000000000000000000000011", "panic code 0x11")]
    [InlineData(
        "0x08c379a00000000000000000000000000000000000000000000000000000000000000020000000000000000000000000000000000000000000000000000000000000000568656c6c6f000000000000000000000000000000000000000000000000000000",
        "refuses: hello")]
    [InlineData("0x08c379a0", "refuses: ")]
    public void What_no_table_knows_is_still_told(string data, string text)
        => Assert.Contains(text, Decoder.Decode(data).Sentence);

    [Fact]
    public void Amounts_times_and_rates_are_written_for_people()
    {
        Assert.Equal(
            "A stake of 5,000.5 SEND is below the role's minimum of 10,000 SEND.",
            Decode("BelowMinimumStake", "5000500000000000000000", "10000000000000000000000"));
        Assert.Equal(
            "Request 7 can be withdrawn from 2027-01-15 08:00:00 UTC on, not before.",
            Decode("RequestNotMature", "7", "1800000000"));
        Assert.Equal("A commission of 31% is above the maximum of 30%.", Decode("CommissionTooHigh", "3100", "3000"));
    }

    private string Decode(string error, params string[] words)
    {
        var abi = devnet.Connection.Staking.GetAllErrorABIs().Single(candidate => candidate.Name == error);
        var encoded = words.Select(word => System.Numerics.BigInteger.Parse(word).ToString("x64"));
        return Decoder.Decode(Selector(abi) + string.Concat(encoded)).Sentence;
    }

    private static string Selector(ErrorABI error) => "0x" + error.Sha3Signature.RemoveHexPrefix()[..8];
}
