using System.Diagnostics;
using System.Numerics;
using System.Text.Json;
using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>Data comes from strangers: whatever it is, decoding ends soon, with values or with a <see cref="FormatException"/>.</summary>
public sealed class MalformedDataTests
{
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string One = "0000000000000000000000000000000000000000000000000000000000000001";
    private const string Offset32 = "0000000000000000000000000000000000000000000000000000000000000020";
    private const string Two31 = "0000000000000000000000000000000000000000000000000000000080000000";
    private const string Max = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    [Theory]
    [InlineData("uint256", "00", "ends too early")]
    [InlineData("uint256", "0", "even number of hex digits")]
    [InlineData("uint256", "zz", "even number of hex digits")]
    [InlineData("uint8", "0000000000000000000000000000000000000000000000000000000000000100", "does not fit uint8: 256")]
    [InlineData("int8", "0000000000000000000000000000000000000000000000000000000000000080", "does not fit int8: 128")]
    [InlineData("int8", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "does not fit int8: -129")]
    [InlineData("bool", "0000000000000000000000000000000000000000000000000000000000000002", "neither 0 nor 1")]
    [InlineData("bool", "0100000000000000000000000000000000000000000000000000000000000001", "neither 0 nor 1")]
    [InlineData("address", "0000000000000000000000010000000000000000000000000000000000000000", "more than 20 bytes")]
    [InlineData("bytes4", "0000000000000000000000000000000000000000000000000000000000000001", "more than 4 bytes")]
    [InlineData("bytes", Offset32, "ends too early")]
    [InlineData("bytes", Max, "points outside")]
    [InlineData("bytes", Two31, "points outside")]
    [InlineData("bytes", Offset32 + Max, "points outside")]
    [InlineData("bytes", Offset32 + Two31, "points outside")]
    [InlineData("bytes", Offset32 + One, "ends too early")]
    [InlineData("string", Offset32 + Offset32, "ends too early")]
    [InlineData("uint256[]", Offset32 + One, "longer than its")]
    [InlineData("uint256[]", Offset32 + Two31, "longer than its")]
    [InlineData("uint256[]", Offset32 + Max, "longer than its")]
    [InlineData("uint256[2]", One, "ends too early")]
    [InlineData("string[]", Offset32 + One + Max, "points outside")]
    public void IsRefused(string type, string data, string reason)
    {
        var function = new FunctionABI("f", constant: true) { OutputParameters = [new Parameter(type)] };
        var exception = Assert.Throws<FormatException>(() => function.DecodeOutputDataToDefault("0x" + data));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OffsetsThatShareDataDoNotMultiplyIt()
    {
        // Ten levels of arrays whose hundred elements all point to the same place describe 100^10 numbers.
        const int Width = 100;
        var type = "uint256" + string.Concat(Enumerable.Repeat("[]", 10));
        var level = Word(Width) + string.Concat(Enumerable.Repeat(Word(Width * 32), Width));
        var data = Offset32 + string.Concat(Enumerable.Repeat(level, 10)) + Word(0);
        var watch = Stopwatch.StartNew();
        var function = new FunctionABI("f", constant: true) { OutputParameters = [new Parameter(type)] };
        Assert.Throws<FormatException>(() => function.DecodeOutputDataToDefault(data));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void ElementsWithoutSizeDoNotMultiply()
    {
        var function = new FunctionABI("f", constant: true) { OutputParameters = [new Parameter("uint256[0][]")] };
        Assert.Throws<FormatException>(() => function.DecodeOutputDataToDefault(Offset32 + Two31));
    }

    [Fact]
    public void DamagedDataIsDecodedOrRefused()
    {
        var random = new Seeded();
        var abi = new RandomAbi(random);
        var (decoded, refused) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            var parameters = abi.Parameters(5);
            var type = AbiMessages.Of(parameters);
            var data = AbiCoder.Encode(AbiValues.ToMessage(type, parameters, JsonSerializer.SerializeToElement(abi.Values(parameters)))).HexToByteArray();
            for (var damage = 0; damage < 10; damage++)
            {
                var damaged = Damage(random, data);
                try
                {
                    AbiCoder.Decode(type, damaged.ToHex(prefix: true));
                    decoded++;
                }
                catch (FormatException)
                {
                    refused++;
                }
                catch (Exception exception)
                {
                    Assert.Fail($"Seed {random.Seed}, {string.Join(';', parameters.Select(parameter => parameter.Key))}, {damaged.ToHex()}: {exception}");
                }
            }
        }
        Assert.True(decoded > 100 && refused > 100, $"Seed {random.Seed}: {decoded} decoded, {refused} refused.");
    }

    [Fact]
    public void LogsWithOtherTopicsAreRefused()
    {
        var parameters = new[] { new AbiParameter("a", "address", [], Indexed: true), new AbiParameter("b", "uint256", []) };
        var type = AbiMessages.Of(parameters, typeof(EventAttribute), "thing", false);
        Assert.Throws<FormatException>(() => AbiCoder.DecodeLog(type, isAnonymous: false, ["0x" + Zero], "0x" + One));
        Assert.Throws<FormatException>(() => AbiCoder.DecodeLog(type, isAnonymous: false, ["0x" + Zero, "0x" + Max], "0x" + One));
        Assert.Throws<FormatException>(() => AbiCoder.DecodeLog(type, isAnonymous: false, ["0x" + Zero, "0x" + Zero], "0x"));
    }

    [Fact]
    public void AnotherSelectorIsRefused() =>
        Assert.Throws<FormatException>(() => new FunctionCallDecoder().DecodeFunctionInput("01020304", "0x01020305" + One, new Parameter("uint256")));

    [Theory]
    [InlineData("uint7")]
    [InlineData("uint264")]
    [InlineData("uint08")]
    [InlineData("bytes0")]
    [InlineData("bytes33")]
    [InlineData("uint256[")]
    [InlineData("uint256[-1]")]
    [InlineData("[2]")]
    [InlineData("fixed128x18")]
    [InlineData("word")]
    public void UnknownTypesAreNamed(string type) =>
        Assert.Contains(type, Assert.Throws<ArgumentException>(() => new ABIValue(type, 1)).Message, StringComparison.Ordinal);

    private static byte[] Damage(Seeded random, byte[] data)
    {
        if (data.Length == 0 || random.Below(3) == 0)
        {
            return data[..random.Below(data.Length + 1)];
        }
        var damaged = data.ToArray();
        var at = random.Below(data.Length);
        damaged[random.Coin() ? at : (at / 32 * 32) + 31] = random.Bytes(1)[0];
        return damaged;
    }

    private static string Word(int number) => new BigInteger(number).ToHex(littleEndian: false, compact: false).PadLeft(64, '0');
}
