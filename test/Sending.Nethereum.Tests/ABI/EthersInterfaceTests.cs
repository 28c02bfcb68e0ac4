using System.Text.Json;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>What compiled contracts returned, events they emitted, and selectors: every case of ethers.js.</summary>
public sealed class EthersInterfaceTests
{
    [Theory]
    [InlineData("contract-interface", "normalizedValues", 2045)]
    [InlineData("contract-interface-abi2", "values", 1880)]
    public async Task ReturnedValuesEncodeAndDecode(string file, string property, int count)
    {
        var cases = await TestCases.LoadAsync(file);
        Assert.Equal(count, cases.Count);
        foreach (var testCase in cases)
        {
            var parameters = AbiParameter.ReadAll(Parse(testCase, "interface")[0].GetProperty("outputs"));
            var type = AbiMessages.Of(parameters);
            var message = AbiValues.ToMessage(type, parameters, Parse(testCase, property));
            var result = testCase.GetProperty("result").GetString()!;

            AssertSame(testCase, result, AbiCoder.Encode(message));
            AssertSame(testCase, AbiValues.ToText(message), AbiValues.ToText(AbiCoder.Decode(type, result)));
        }
    }

    [Fact]
    public async Task SelectorsAreOfTheCanonicalSignature()
    {
        var cases = await TestCases.LoadAsync("contract-signatures");
        Assert.Equal(1880, cases.Count);
        foreach (var testCase in cases)
        {
            var function = Parse(testCase, "abi").EnumerateArray().First(item => item.GetProperty("name").GetString() == "testSig");
            var type = AbiMessages.Of(AbiParameter.ReadAll(function.GetProperty("inputs")), typeof(FunctionAttribute), function.GetProperty("name").GetString()!);
            var abi = ABITypedRegistry.GetFunctionABI(type);
            AssertSame(testCase, testCase.Text("sigHash")!, abi.Sha3Signature.EnsureHexPrefix());
            AssertSame(testCase, testCase.Text("signature")!, abi.Signature);
        }
    }

    [Fact]
    public async Task LogsDecodeAndFilter()
    {
        var cases = await TestCases.LoadAsync("contract-events");
        Assert.Equal(2016, cases.Count);
        var (topicsFiltered, hashed) = (0, 0);
        foreach (var testCase in cases)
        {
            var description = Parse(testCase, "interface").EnumerateArray().First(item => item.GetProperty("name").GetString() == "testEvent");
            var parameters = AbiParameter.ReadAll(description.GetProperty("inputs"));
            var isAnonymous = description.GetProperty("anonymous").GetBoolean();
            var topics = testCase.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()!).ToArray();
            var type = AbiMessages.Of(parameters, typeof(EventAttribute), "testEvent", isAnonymous);
            var abi = ABITypedRegistry.GetEvent(type);

            var decoded = AbiCoder.DecodeLog(type, isAnonymous, topics, testCase.Text("data")!);
            var properties = AbiMessages.Properties(type);
            var values = AbiValues.ToMessage(type, parameters, testCase.GetProperty("values"));
            var topic = 0;
            if (!isAnonymous)
            {
                AssertSame(testCase, topics[topic++], abi.Sha3Signature.EnsureHexPrefix());
            }
            for (var i = 0; i < parameters.Length; i++)
            {
                var (value, isHashed) = (properties[i].GetValue(decoded), testCase.GetProperty("hashed")[i].GetBoolean());
                if (!isHashed)
                {
                    var expected = AbiValues.ToClr(properties[i].PropertyType, parameters[i], testCase.GetProperty("normalizedValues")[i]);
                    AssertSame(testCase, AbiValues.ToText(expected).ToLowerInvariant(), AbiValues.ToText(value).ToLowerInvariant());
                }
                else
                {
                    // Only text and bytes have room for the hash.
                    hashed++;
                    var expected = properties[i].PropertyType == typeof(string) || properties[i].PropertyType == typeof(byte[]) ? topics[topic] : "";
                    AssertSame(testCase, expected, value is byte[] bytes ? bytes.ToHex(prefix: true) : value as string ?? "");
                }
                if (parameters[i].Indexed)
                {
                    topicsFiltered++;
                    AssertSame(testCase, topics[topic++], FilteredTopic(abi, parameters, i, properties[i].GetValue(values)!));
                }
            }
            Assert.Equal(topics.Length, topic);
        }
        Assert.Equal((1486, 626), (topicsFiltered, hashed));
    }

    /// <summary>The topic that a filter by one indexed value asks for.</summary>
    private static string FilteredTopic(EventABI abi, AbiParameter[] parameters, int index, object value)
    {
        var place = parameters.Take(index).Count(parameter => parameter.Indexed);
        var filters = new EventBase(null, null, abi);
        var filter = place switch
        {
            0 => filters.CreateFilterInput([value]),
            1 => filters.CreateFilterInput(null, [value]),
            _ => filters.CreateFilterInput(null, null, [value]),
        };
        return ((object[])filter.Topics[^1]).Single().ToString()!;
    }

    private static JsonElement Parse(JsonElement testCase, string property) => JsonDocument.Parse(testCase.GetProperty(property).GetString()!).RootElement;

    private static void AssertSame(JsonElement testCase, string expected, string actual) =>
        Assert.True(expected == actual, $"{testCase.GetProperty("name")}: expected {expected}, got {actual}");
}
