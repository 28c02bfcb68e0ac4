using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Formats;
using Sending.Toolchain;

namespace Sending.Chain.Tests.Formats;

/// <summary>The JSON vectors that JavaScript libraries made, and how their values are written.</summary>
internal static class Vectors
{
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Find(), "test", "vectors", name + ".json")));
        return document.RootElement.Clone();
    }

    /// <summary>The items of a list, of which there is at least one.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement item, string name)
    {
        JsonElement[] items = [.. item.GetProperty(name).EnumerateArray()];
        Assert.NotEmpty(items);
        return items;
    }

    public static string Text(this JsonElement item, string name) => item.GetProperty(name).GetString()!;

    public static byte[] Bytes(this JsonElement item, string name) => item.Text(name).HexToByteArray();

    public static ulong Units(this JsonElement item, string name) => ulong.Parse(item.Text(name), CultureInfo.InvariantCulture);

    public static BigInteger Number(this JsonElement item, string name) => BigInteger.Parse(item.Text(name), CultureInfo.InvariantCulture);

    public static string Hex(this byte[] bytes) => bytes.ToHex(prefix: true);

    public static TypedDataDomain Domain(this JsonElement item)
    {
        var domain = item.GetProperty("domain");
        return new TypedDataDomain(domain.Text("name"), domain.Number("chainId"), domain.Text("verifyingContract")) { Version = domain.Text("version") };
    }

    public static byte[][] AllBytes(this JsonElement item, string name) =>
        [.. item.GetProperty(name).EnumerateArray().Select(hash => hash.GetString()!.HexToByteArray())];
}
