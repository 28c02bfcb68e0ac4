using System.Text.RegularExpressions;

namespace Sending.Surface;

/// <summary>A type of the list.</summary>
internal sealed class ListedType
{
    private readonly Dictionary<string, Declared> _members = [];

    public ListedType(Match header)
    {
        if (!header.Success)
        {
            throw new FormatException("The list has a line that is neither a type nor a member.");
        }

        Kind = header.Groups["kind"].Value;
        Name = header.Groups["name"].Value;
        Bases = SplitTopLevel(header.Groups["bases"].Value);
        Constraints = header.Groups["constraints"].Value;
        Usage = header.Groups["usage"].Value;
    }

    public string Kind { get; }

    public string Name { get; }

    public string ShortName => ShortNameOf(Name);

    /// <summary>Base type and interfaces as they are written: short names with type arguments.</summary>
    public string[] Bases { get; }

    public string Constraints { get; }

    public string Usage { get; }

    /// <summary>By their text without what an heir may do with them.</summary>
    public IReadOnlyDictionary<string, Declared> Members => _members;

    public static string ShortNameOf(string name) => name.Split('<')[0].Split('.')[^1];

    public void Add(Declared member) => _members.TryAdd(member.Key, member);

    private static string[] SplitTopLevel(string list)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] == '<' ? 1 : list[i] == '>' ? -1 : 0;
            if (list[i] == ',' && depth == 0)
            {
                parts.Add(list[start..i].Trim());
                start = i + 1;
            }
        }

        return start < list.Length ? [.. parts, list[start..].Trim()] : [.. parts];
    }
}
