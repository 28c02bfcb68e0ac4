using System.Text.Json;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>A parameter as a JSON ABI describes it.</summary>
internal sealed record AbiParameter(string Name, string Type, AbiParameter[] Components, bool Indexed = false)
{
    public bool IsArray => Type.EndsWith(']');

    public bool IsTuple => Type == "tuple";

    /// <summary>The elements of an array.</summary>
    public AbiParameter Element => this with { Type = Type[..Type.LastIndexOf('[')] };

    /// <summary>The number of elements of an array; null when it varies.</summary>
    public int? Length => Type[(Type.LastIndexOf('[') + 1)..^1] is { Length: > 0 } digits ? int.Parse(digits, null) : null;

    /// <summary>All types written out: what two parameters share when one class can stand for both.</summary>
    public string Key => $"{Name} {Type}{(Indexed ? " indexed" : "")}({string.Join(',', Components.Select(component => component.Key))})";

    public static AbiParameter[] ReadAll(JsonElement list) => [.. list.EnumerateArray().Select(Read)];

    private static AbiParameter Read(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!,
        parameter.GetProperty("type").GetString()!,
        parameter.TryGetProperty("components", out var components) ? ReadAll(components) : [],
        parameter.TryGetProperty("indexed", out var indexed) && indexed.GetBoolean());
}
