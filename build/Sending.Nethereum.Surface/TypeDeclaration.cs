namespace Sending.Surface;

/// <summary>A public type as it is compiled, in the words of the list.</summary>
internal sealed record TypeDeclaration(string Kind, string Name, string[] Bases, string Constraints, string Usage, Declared[] Members)
{
    public string Header =>
        $"{Kind} {Name}{(Bases.Length == 0 ? "" : " : " + string.Join(", ", Bases))}{(Constraints.Length == 0 ? "" : " where " + Constraints)}{(Usage.Length == 0 ? "" : " usage " + Usage)}";
}
