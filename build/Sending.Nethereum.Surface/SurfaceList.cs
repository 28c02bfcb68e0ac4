using System.Text.RegularExpressions;

namespace Sending.Surface;

/// <summary>
/// Nethereum's public surface, 6.5.0 for net10.0, in the lines that <c>print</c> writes for the assemblies of its packages: a line for each type
/// that this project may meet, and under it one for each public or protected member declared there, as C# with short type names. After
/// <c>usage</c> stand an attribute's targets, after <c>json</c> a property's name in JSON.
/// </summary>
internal sealed partial class SurfaceList
{
    private readonly Dictionary<string, ListedType> _types = [];

    /// <summary>All types by their full names with the names of their type parameters.</summary>
    public IReadOnlyDictionary<string, ListedType> Types => _types;

    public static SurfaceList Read() => Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "nethereum-6.5.0.txt")));

    public static SurfaceList Parse(IEnumerable<string> lines)
    {
        var list = new SurfaceList();
        ListedType? type = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                type!.Add(new Declared(line[2..]));
            }
            else
            {
                type = new ListedType(HeaderPattern().Match(line));
                list._types.Add(type.Name, type);
            }
        }

        return list;
    }

    /// <summary>The listed types of this short name: base types and interfaces are written without namespace.</summary>
    public IEnumerable<ListedType> Named(string shortName) => _types.Values.Where(type => type.ShortName == shortName);

    [GeneratedRegex(@"^(?<kind>(?:static |abstract |sealed )?(?:class|interface|enum|struct)) (?<name>[\w.]+(?:<[^>]*>)?)(?: : (?<bases>.*?))?(?: where (?<constraints>.*?))?(?: usage (?<usage>\w+))?$")]
    private static partial Regex HeaderPattern();
}
