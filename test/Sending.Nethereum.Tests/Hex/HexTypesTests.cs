using System.Numerics;
using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Sending.Nethereum.Tests.Hex;

public sealed class HexTypesTests
{
    [Fact]
    public void NumberAndTextAreTwoFormsOfOneValue()
    {
        Assert.Equal(26, new HexBigInteger("0x1a").Value);
        Assert.Equal("0x1a", new HexBigInteger(new BigInteger(26)).HexValue);
        Assert.Equal("26", new HexBigInteger("0x1a").ToString());
        BigInteger implicitly = new HexBigInteger("0x1a");
        Assert.Equal(26, implicitly);
    }

    [Fact]
    public void EqualityIsByValue()
    {
        Assert.True(new HexBigInteger("0x0a") == new HexBigInteger(new BigInteger(10)));
        Assert.True(new HexBigInteger("0x0a") != new HexBigInteger("0x0b"));
        Assert.True((HexBigInteger)null! == null!);
        Assert.Equal(new HexBigInteger("0x0a").GetHashCode(), new HexBigInteger("0xa").GetHashCode());
    }

    [Fact]
    public void Json()
    {
        Assert.Equal("\"0x10\"", JsonConvert.SerializeObject(new HexBigInteger(new BigInteger(16))));
        Assert.Equal(16, JsonConvert.DeserializeObject<HexBigInteger>("\"0x10\"")!.Value);
        Assert.Null(JsonConvert.DeserializeObject<HexBigInteger>("null"));
        Assert.Equal("\"0x6869\"", JsonConvert.SerializeObject(new HexUTF8String("hi")));
        Assert.Equal("hi", JsonConvert.DeserializeObject<HexUTF8String>("\"0x6869\"")!.Value);
        Assert.ThrowsAny<JsonException>(() => JsonConvert.DeserializeObject<HexBigInteger>("true"));
    }

    [Fact]
    public void WrongTextFailsWhenTheValueIsAskedFor() => Assert.ThrowsAny<Exception>(() => new HexBigInteger("0xnine").Value);

    [Fact]
    public void NumbersOfOtherTypes()
    {
        Assert.Equal("0xffffffffffffffff", ulong.MaxValue.ToHexBigInteger().HexValue);
        Assert.Equal(7ul, 7.ToHexBigInteger().ToUlong());
        Assert.Throws<OverflowException>(() => (BigInteger.One << 64).ToHexBigInteger().ToUlong());
    }
}
