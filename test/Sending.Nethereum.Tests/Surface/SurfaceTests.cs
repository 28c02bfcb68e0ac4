using System.Reflection;

namespace Sending.Nethereum.Tests.Surface;

/// <summary>
/// Whoever builds against the real Nethereum packages must not have to change a line, so nothing may be public in the subset that is not
/// public there under the same name with the same parameters. The list holds the signatures of Nethereum 6.5.0.
/// </summary>
public sealed class SurfaceTests
{
    /// <summary>Types that listed signatures need and whose own members the list does not have.</summary>
    private static readonly string[] MentionedOnly =
    [
        "NBitcoin.IRandom",
        "Nethereum.ABI.ABIType",
        "Nethereum.ABI.FunctionEncoding.ParameterDecoder",
        "Nethereum.ABI.FunctionEncoding.ParametersEncoder",
        "Nethereum.Model.SignedTypeTransaction",
        "Nethereum.Util.EvmUInt256",
    ];

    [Fact]
    public void EveryPublicMemberOfTheSubsetIsNethereums()
    {
        var nethereum = ReadList();
        var foreign = Assembly.Load("Sending.Nethereum").GetExportedTypes().SelectMany(type => Foreign(type, nethereum)).ToList();
        Assert.True(foreign.Count == 0, $"{foreign.Count} not in Nethereum:\n{string.Join('\n', foreign)}");
    }

    [Fact]
    public void TheListIsRead() => Assert.True(ReadList().Sum(type => type.Value.Count) > 2_000);

    private static IEnumerable<string> Foreign(Type type, Dictionary<string, HashSet<string>> nethereum)
    {
        var name = Signatures.OfType(type);
        if (nethereum.TryGetValue(name, out var members))
        {
            return Signatures.OfMembers(type).Where(member => !members.Contains(member)).Select(member => $"{name}: {member}");
        }

        return MentionedOnly.Contains(name) ? [] : [name];
    }

    private static Dictionary<string, HashSet<string>> ReadList()
    {
        var list = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Surface", "nethereum-6.5.0.txt")))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(line[2..]);
            }
            else
            {
                list.Add(line, members = []);
            }
        }

        return list;
    }
}
