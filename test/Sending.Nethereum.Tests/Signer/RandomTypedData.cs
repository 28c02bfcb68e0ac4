using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Signer;

/// <summary>Typed data with random structs, arrays and values, as JSON.</summary>
internal sealed class RandomTypedData(Seeded random)
{
    private readonly Dictionary<string, object[]> _types = [];

    public string MakeJson()
    {
        _types.Clear();
        var domain = MakeDomain();
        var message = MakeStruct(depth: 0, out var primaryType);
        return JsonSerializer.Serialize(new { types = _types, primaryType, domain, message });
    }

    private Dictionary<string, object> MakeDomain()
    {
        var domain = new Dictionary<string, object>();
        var members = new List<object>();
        void Add(string name, string type, object value)
        {
            if (random.Coin())
            {
                domain.Add(name, value);
                members.Add(new { name, type });
            }
        }

        Add("name", "string", random.Text(20));
        Add("version", "string", "1");
        Add("chainId", "uint256", random.Below(100_000) + 1);
        Add("verifyingContract", "address", random.Hex(20));
        Add("salt", "bytes32", random.Hex(32));
        _types.Add("EIP712Domain", [.. members]);
        return domain;
    }

    private Dictionary<string, object> MakeStruct(int depth, out string name)
    {
        name = $"Type{random.Below(1000)}x{_types.Count}";
        _types.Add(name, []);
        var members = new List<object>();
        var values = new Dictionary<string, object>();
        var count = random.Below(5) + 1;
        for (var i = 0; i < count; i++)
        {
            var value = MakeValue(depth, out var type);
            members.Add(new { name = $"member{i}", type });
            values.Add($"member{i}", value);
        }

        _types[name] = [.. members];
        return values;
    }

    private object MakeValue(int depth, out string type)
    {
        if (depth < 3 && random.Below(4) == 0)
        {
            return MakeStruct(depth + 1, out type);
        }

        if (random.Below(4) > 0)
        {
            return MakeAtomic(out type, random.Below(7));
        }

        // Elements of one array have one type, so its kind and size are drawn once.
        var (kind, length, isFixed) = (random.Below(5), random.Below(4), random.Coin());
        var elementType = "";
        var elements = Enumerable.Range(0, length).Select(_ => MakeAtomic(out elementType, kind)).ToArray();
        if (length == 0)
        {
            MakeAtomic(out elementType, kind);
        }

        if (random.Coin())
        {
            type = $"{elementType}[{(isFixed && length > 0 ? length : "")}][]";
            return new[] { elements, elements };
        }

        type = $"{elementType}[{(isFixed && length > 0 ? length : "")}]";
        return elements;
    }

    private object MakeAtomic(out string type, int kind)
    {
        var size = kind >= 5 ? random.Below(32) + 1 : 32;
        (type, object value) = kind switch
        {
            0 => ("string", random.Text(40)),
            1 => ("bytes", random.Hex(random.Below(80))),
            2 => ("bool", random.Coin()),
            3 => ("address", random.Hex(20)),
            4 => ("uint256", Decimal(random.Number(256))),
            5 => random.Coin() ? ($"int{8 * size}", Signed(size)) : ($"uint{8 * size}", Decimal(random.Number(8 * size))),
            _ => ($"bytes{size}", (object)random.Hex(size)),
        };
        return value;
    }

    private string Signed(int size)
    {
        var number = random.Number((8 * size) - 1);
        return Decimal(random.Coin() ? number : -number - 1);
    }

    private static string Decimal(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
