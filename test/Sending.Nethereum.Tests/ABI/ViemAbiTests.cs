using System.Text.Json;
using System.Text.Json.Nodes;
using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Sending.Nethereum.Tests.Support;
using Sending.Testing;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>Random calls, errors, logs and packed values: encoded as viem encodes them, and viem's data decoded back.</summary>
public sealed class ViemAbiTests
{
    // With those of transactions and typed data, 10,000 are compared in one run.
    private const int TypesOfEachKind = 400;
    private const int ValuesOfEachType = 4;

    private readonly Seeded _random = new();

    [Fact]
    public async Task CallsErrorsLogsAndPackedValuesAreViems()
    {
        var abi = new RandomAbi(_random);
        var cases = new List<Case>();
        void Add(string kind, AbiParameter[] parameters) => cases.AddRange(Enumerable.Range(0, ValuesOfEachType).Select(_ => new Case(kind, parameters, abi)));
        for (var i = 0; i < TestScale.Of(TypesOfEachKind); i++)
        {
            Add("function", abi.Parameters(5));
            Add("error", abi.Parameters(4));
            Add("event", abi.Parameters(6, isEvent: true));
            Add("packed", [.. Enumerable.Range(1, 1 + _random.Below(5)).Select(order => abi.PackedParameter("p" + order))]);
        }

        var answers = await NodeTools.RunAsync<string[][]>("viem-abi.mjs", cases.Select(item => item.ToJson()).ToList());

        Assert.Equal(cases.Count, answers.Length);
        for (var i = 0; i < cases.Count; i++)
        {
            Compare(cases[i], answers[i], $"Seed {_random.Seed}, input {i}, {cases[i].ToJson().ToJsonString()}");
        }
    }

    private static void Compare(Case item, string[] viem, string where)
    {
        switch (item.Kind)
        {
            case "packed":
                Same(where, viem[0], new ABIEncode().GetABIEncodedPacked(item.PackedValues()).ToHex(prefix: true));
                break;
            case "event":
                CompareEvent(item, viem, where);
                break;
            default:
                CompareCall(item, viem[0], where);
                break;
        }
    }

    private static void CompareCall(Case item, string viem, string where)
    {
        var isError = item.Kind == "error";
        var type = AbiMessages.Of(item.Parameters, isError ? typeof(ErrorAttribute) : typeof(FunctionAttribute), "thing");
        var message = item.ToMessage(type);
        var selector = isError ? ABITypedRegistry.GetError(type).Sha3Signature : ABITypedRegistry.GetFunctionABI(type).Sha3Signature;
        Same(where, viem, new FunctionCallEncoder().EncodeRequest(message, type, selector));
        var decoded = isError
            ? new SmartContractCustomErrorRevertException(viem).DecodeError(type)
            : new FunctionCallDecoder().DecodeFunctionCustomError(type, selector, viem);
        Same(where, AbiValues.ToText(message), AbiValues.ToText(decoded));
    }

    private static void CompareEvent(Case item, string[] viem, string where)
    {
        var type = AbiMessages.Of(item.Parameters, typeof(EventAttribute), "thing", false);
        var (data, topics) = (viem[0], viem[1..]);
        var message = item.ToMessage(type);
        var properties = AbiMessages.Properties(type);
        var indexed = properties.Where((_, i) => item.Parameters[i].Indexed).Select(property => new[] { property.GetValue(message)! }).ToArray();
        var filters = new EventBase(null, null, ABITypedRegistry.GetEvent(type));
        var filter = indexed.Length switch
        {
            0 => filters.CreateFilterInput(),
            1 => filters.CreateFilterInput(indexed[0]),
            2 => filters.CreateFilterInput(indexed[0], indexed[1]),
            _ => filters.CreateFilterInput(indexed[0], indexed[1], indexed[2]),
        };
        Same(where, string.Join(' ', topics), string.Join(' ', filter.Topics.Select(topic => topic is object[] values ? values.Single() : topic)));

        var log = new FilterLog { Topics = topics, Data = data };
        var outputs = ABITypedRegistry.GetEvent(type).DecodeEventDefaultTopics(log).Event;
        var decoded = AbiCoder.DecodeLog(type, isAnonymous: false, topics, data);
        var topicOf = 1;
        for (var i = 0; i < properties.Length; i++)
        {
            var parameter = item.Parameters[i];
            var isHashed = parameter.Indexed && (parameter.IsArray || parameter.IsTuple || parameter.Type is "string" or "bytes");
            var expected = !isHashed ? properties[i].GetValue(message)
                : properties[i].PropertyType == typeof(string) ? topics[topicOf]
                : properties[i].PropertyType == typeof(byte[]) ? topics[topicOf].HexToByteArray()
                : null;
            Same(where, isHashed ? AbiValues.ToText(topics[topicOf]) : AbiValues.ToText(expected), AbiValues.ToText(outputs[i].Result));
            topicOf += parameter.Indexed ? 1 : 0;
            Same(where, AbiValues.ToText(expected), AbiValues.ToText(properties[i].GetValue(decoded)));
        }
    }

    private static void Same(string where, string expected, string actual) =>
        Assert.True(string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase), $"{where}: expected {expected}, got {actual}");

    private sealed class Case(string kind, AbiParameter[] parameters, RandomAbi abi)
    {
        private readonly JsonArray _values = abi.Values(parameters);

        public string Kind => kind;

        public AbiParameter[] Parameters => parameters;

        public object ToMessage(Type type) => AbiValues.ToMessage(type, parameters, Values());

        public ABIValue[] PackedValues()
        {
            var message = ToMessage(AbiMessages.Of(parameters));
            return [.. AbiMessages.Properties(message.GetType()).Zip(parameters, (property, parameter) => new ABIValue(parameter.Type, property.GetValue(message)))];
        }

        public JsonObject ToJson() => new()
        {
            ["kind"] = kind,
            ["item"] = new JsonObject
            {
                ["type"] = kind == "packed" ? "function" : kind,
                ["name"] = "thing",
                ["inputs"] = new JsonArray([.. parameters.Select(ToJson)]),
                ["outputs"] = new JsonArray(),
                ["stateMutability"] = "view",
            },
            ["values"] = _values.DeepClone(),
        };

        private static JsonObject ToJson(AbiParameter parameter) => new()
        {
            ["name"] = parameter.Name,
            ["type"] = parameter.Type,
            ["indexed"] = parameter.Indexed,
            ["components"] = new JsonArray([.. parameter.Components.Select(ToJson)]),
        };

        private JsonElement Values() => JsonSerializer.SerializeToElement(_values);
    }
}
