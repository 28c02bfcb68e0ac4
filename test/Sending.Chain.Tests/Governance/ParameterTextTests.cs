using System.Numerics;
using Sending.Chain.Errors;
using Sending.Chain.Governance;
using Sending.Chain.Staking;

namespace Sending.Chain.Tests.Governance;

public class ParameterTextTests
{
    [Theory]
    [InlineData(ProtocolParameter.FeePerUnit, "0.002", "2000000000000000", "0.002 SEND")]
    [InlineData(ProtocolParameter.MinStakeGuardian, "100000", "100000000000000000000000", "100,000 SEND")]
    [InlineData(ProtocolParameter.UnbondingPeriod, "14d", "1209600", "14d")]
    [InlineData(ProtocolParameter.Cut, "12.5%", "1250", "12.5%")]
    [InlineData(ProtocolParameter.EmissionRate, "950ppm", "950", "950ppm")]
    [InlineData(ProtocolParameter.GuardianYieldCap, "500", "500", "500ppm")]
    [InlineData(ProtocolParameter.UnitsPerStakedToken, "104857", "104857", "104,857")]
    public void ReadsAndWritesEachUnit(ProtocolParameter parameter, string text, string number, string shown)
    {
        Assert.Equal(BigInteger.Parse(number), ParameterText.ParseValue(parameter, text));
        Assert.Equal(shown, ParameterText.FormatValue(parameter, BigInteger.Parse(number)));
    }

    [Fact]
    public void EveryParameterIsFoundByItsNameAndReadsWhatItWrites()
    {
        foreach (var parameter in Enum.GetValues<ProtocolParameter>())
        {
            var text = ParameterText.FormatValue(parameter, 60).Replace(" SEND", "", StringComparison.Ordinal);

            Assert.Equal(parameter, ParameterText.ParseName(ParameterText.Name(parameter).ToUpperInvariant()));
            Assert.Equal(60, ParameterText.ParseValue(parameter, text));
        }
    }

    [Theory]
    [InlineData("fee=1")]
    [InlineData("feePerUnit")]
    [InlineData("feePerUnit=")]
    [InlineData("feePerUnit=-1")]
    [InlineData("cut=101%")]
    [InlineData("unbondingPeriod=5")]
    [InlineData("emissionRate=1000001")]
    [InlineData("minSigners=4294967296")]
    [InlineData("minSigners=4.0")]
    public void RefusesWhatIsNoSetting(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => ParameterSetting.Parse(text)).Code);
}
