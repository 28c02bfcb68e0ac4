using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>Random ABI types, nested up to three levels, and values of them.</summary>
internal sealed class RandomAbi(Seeded random)
{
    private static readonly string[] Words = ["address", "bool", "uint256", "int256", "uint8", "int8", "uint64", "int128", "bytes1", "bytes4", "bytes32"];

    public AbiParameter[] Parameters(int most, bool isEvent = false)
    {
        var parameters = Enumerable.Range(1, random.Below(most + 1)).Select(order => Parameter("p" + order, depth: 3)).ToArray();
        if (!isEvent)
        {
            return parameters;
        }
        var indexes = 3;
        return [.. parameters.Select(parameter => indexes == 0 || random.Coin() ? parameter : parameter with { Indexed = indexes-- > 0 })];
    }

    public AbiParameter PackedParameter(string name) => random.Below(6) switch
    {
        0 => new AbiParameter(name, "string", []),
        1 => new AbiParameter(name, "bytes", []),
        2 => new AbiParameter(name, "uint16[]", []),
        3 => new AbiParameter(name, "address[2]", []),
        _ => new AbiParameter(name, Words[random.Below(Words.Length)], []),
    };

    public JsonArray Values(IEnumerable<AbiParameter> parameters) => new([.. parameters.Select(Value)]);

    private AbiParameter Parameter(string name, int depth) => (depth == 0 ? random.Below(8) : random.Below(12)) switch
    {
        < 6 => new AbiParameter(name, Words[random.Below(Words.Length)], []),
        6 => new AbiParameter(name, "string", []),
        7 => new AbiParameter(name, "bytes", []),
        8 or 9 => new AbiParameter(name, "tuple", [.. Enumerable.Range(1, 1 + random.Below(4)).Select(order => Parameter("c" + order, depth - 1))]),
        10 => Array(Parameter(name, depth - 1), "[]"),
        _ => Array(Parameter(name, depth - 1), $"[{1 + random.Below(3)}]"),
    };

    private static AbiParameter Array(AbiParameter element, string suffix) => element with { Type = element.Type + suffix };

    private JsonNode Value(AbiParameter parameter) => parameter.Type switch
    {
        _ when parameter.IsArray => new JsonArray([.. Enumerable.Range(0, parameter.Length ?? random.Below(4)).Select(_ => Value(parameter.Element))]),
        _ when parameter.IsTuple => Values(parameter.Components),
        "address" => random.Hex(20),
        "bool" => random.Coin(),
        "string" => random.Text(40),
        "bytes" => random.Hex(random.Below(70)),
        var type when type.StartsWith("bytes", StringComparison.Ordinal) => random.Hex(int.Parse(type[5..], CultureInfo.InvariantCulture)),
        var type when type.StartsWith("uint", StringComparison.Ordinal) => Text(random.Number(int.Parse(type[4..], CultureInfo.InvariantCulture))),
        var type => Text(Signed(int.Parse(type[3..], CultureInfo.InvariantCulture))),
    };

    private BigInteger Signed(int bits)
    {
        var number = random.Number(bits - 1);
        return random.Coin() ? number : -number - 1;
    }

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
