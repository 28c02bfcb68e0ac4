using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Signer;

/// <summary>Typed data with random structs, arrays and values, as JSON.</summary>
internal sealed class RandomTypedData(Seeded random)
{
    private readonly Dictionary<string, Member[]> _types = [];

    public string MakeJson()
    {
        _types.Clear();
        var domain = MakeDomain();
        var primaryType = MakeStruct(depth: 0);
        var message = MakeValue(primaryType, depth: 0);
        return JsonSerializer.Serialize(new { types = _types, primaryType, domain, message }, JsonSerializerOptions.Web);
    }

    private Dictionary<string, object> MakeDomain()
    {
        var domain = new Dictionary<string, object>();
        var members = new List<Member>();
        void Add(string name, string type, object value)
        {
            if (random.Coin())
            {
                domain.Add(name, value);
                members.Add(new Member(name, type));
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

    private string MakeStruct(int depth)
    {
        var name = $"Type{random.Below(1000)}x{_types.Count}";
        _types.Add(name, []);
        _types[name] = [.. Enumerable.Range(0, random.Below(5) + 1).Select(i => new Member($"member{i}", MakeType(name, depth)))];
        return name;
    }

    /// <summary>A type of a struct's member: atomic, another struct, or an array of either; also an array of the struct itself.</summary>
    private string MakeType(string owner, int depth) => random.Below(12) switch
    {
        0 or 1 when depth < 3 => MakeStruct(depth + 1),
        2 when depth < 3 => MakeType(owner, depth + 1) + "[]",
        3 when depth < 3 => MakeType(owner, depth + 1) + $"[{random.Below(3) + 1}]",
        4 => owner + "[]",
        _ => MakeAtomicType(),
    };

    private string MakeAtomicType() => random.Below(9) switch
    {
        0 => "string",
        1 => "bytes",
        2 => "bool",
        3 => "address",
        4 => "uint256",
        5 => "int256",
        6 => $"int{8 * (random.Below(32) + 1)}",
        7 => $"uint{8 * (random.Below(32) + 1)}",
        _ => $"bytes{random.Below(32) + 1}",
    };

    private object MakeValue(string type, int depth)
    {
        if (type.EndsWith(']'))
        {
            var bracket = type.LastIndexOf('[');
            var length = type[(bracket + 1)..^1] is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : random.Below(Math.Max(1, 4 - depth));
            return Enumerable.Range(0, length).Select(_ => MakeValue(type[..bracket], depth + 1)).ToArray();
        }

        return _types.TryGetValue(type, out var members) ? members.ToDictionary(member => member.Name, member => MakeValue(member.Type, depth + 1)) : MakeAtomic(type);
    }

    private object MakeAtomic(string type) => type switch
    {
        "string" => random.Text(40),
        "bytes" => random.Hex(random.Below(80)),
        "bool" => random.Coin(),
        "address" => random.Hex(20),
        _ when type.StartsWith("bytes", StringComparison.Ordinal) => random.Hex(SizeOf(type, "bytes")),
        _ when type.StartsWith("uint", StringComparison.Ordinal) => Decimal(random.Number(SizeOf(type, "uint"))),
        _ => Signed(SizeOf(type, "int") / 8),
    };

    private static int SizeOf(string type, string prefix) => int.Parse(type[prefix.Length..], CultureInfo.InvariantCulture);

    private string Signed(int size)
    {
        var number = random.Number((8 * size) - 1);
        return Decimal(random.Coin() ? number : -number - 1);
    }

    private static string Decimal(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Member(string Name, string Type);
}
