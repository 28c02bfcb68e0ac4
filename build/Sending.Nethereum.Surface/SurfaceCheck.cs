namespace Sending.Surface;

/// <summary>
/// Whoever builds against the real Nethereum packages must not have to change a line: so nothing may be public in the subset that is not public
/// there under the same name with the same parameters, and nothing may be freer here than there.
/// </summary>
internal static class SurfaceCheck
{
    /// <summary>Types that listed signatures need and whose own members the list does not have; nobody may use these members.</summary>
    public static readonly string[] MentionedOnly =
    [
        "NBitcoin.IRandom",
        "Nethereum.ABI.ABIType",
        "Nethereum.ABI.FunctionEncoding.ParameterDecoder",
        "Nethereum.ABI.FunctionEncoding.ParametersEncoder",
        "Nethereum.Model.SignedTypeTransaction",
        "Nethereum.Util.EvmUInt256",
    ];

    /// <summary>One line for everything in which the declarations differ from the list.</summary>
    public static IEnumerable<string> Faults(IEnumerable<TypeDeclaration> declarations, SurfaceList list) => declarations.SelectMany(declaration =>
        list.Types.TryGetValue(declaration.Name, out var listed) ? Faults(declaration, listed, list)
        : MentionedOnly.Contains(declaration.Name) ? []
        : [$"{declaration.Name}: the type is not in the list"]);

    private static IEnumerable<string> Faults(TypeDeclaration mine, ListedType theirs, SurfaceList list)
    {
        if (!IsSameKind(mine.Kind, theirs.Kind))
        {
            yield return $"{mine.Name}: is a {mine.Kind}, in the list a {theirs.Kind}";
        }

        if (mine.Constraints != theirs.Constraints)
        {
            yield return $"{mine.Name}: its constraints are '{mine.Constraints}', in the list '{theirs.Constraints}'";
        }

        if (mine.Usage != theirs.Usage)
        {
            yield return $"{mine.Name}: attribute of '{mine.Usage}', in the list of '{theirs.Usage}'";
        }

        var bases = Closure(theirs, list);
        foreach (var missing in mine.Bases.Where(name => !bases.Contains(name) && !MentionedOnly.Any(mentioned => ListedType.ShortNameOf(mentioned) == name)))
        {
            yield return $"{mine.Name}: derives from {missing}, in the list from {string.Join(", ", theirs.Bases)}";
        }

        foreach (var member in mine.Members)
        {
            if (!theirs.Members.TryGetValue(member.Key, out var listed))
            {
                yield return $"{mine.Name}: {member.Text} is not in the list";
            }
            else if (member.IsOverridable && !listed.IsOverridable && theirs.Kind != "interface")
            {
                yield return $"{mine.Name}: {member.Text} can be overridden, in the list not";
            }
            else if (listed.IsAbstract && !member.IsAbstract)
            {
                yield return $"{mine.Name}: {member.Text} is abstract in the list";
            }
        }
    }

    // A sealed class may stand for one that is not: then less can be done with it here.
    private static bool IsSameKind(string mine, string theirs) => mine == theirs || (mine, theirs) is ("sealed class", "class");

    /// <summary>All that a listed type derives from, as far as the list knows.</summary>
    private static HashSet<string> Closure(ListedType type, SurfaceList list)
    {
        var (found, open) = (new HashSet<string>(), new Queue<string>(type.Bases));
        while (open.TryDequeue(out var name))
        {
            if (found.Add(name))
            {
                foreach (var further in list.Named(ListedType.ShortNameOf(name)).SelectMany(listed => listed.Bases))
                {
                    open.Enqueue(further);
                }
            }
        }

        return found;
    }
}
