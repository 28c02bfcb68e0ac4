namespace Sending.Surface;

/// <summary>A member as its line says it.</summary>
internal sealed class Declared
{
    private static readonly string[] s_inheritance = ["abstract ", "virtual ", "override ", "sealed "];

    public Declared(string text)
    {
        Text = text;
        Key = s_inheritance.Aggregate(text, (line, word) => line.Replace(word, "", StringComparison.Ordinal));
        IsAbstract = text.Contains("abstract ", StringComparison.Ordinal);
        IsOverridable = !text.Contains("sealed ", StringComparison.Ordinal)
            && (IsAbstract || text.Contains("virtual ", StringComparison.Ordinal) || text.Contains("override ", StringComparison.Ordinal));
    }

    public string Text { get; }

    /// <summary>What a caller needs of it.</summary>
    public string Key { get; }

    public bool IsAbstract { get; }

    /// <summary>Whether an heir may override it.</summary>
    public bool IsOverridable { get; }
}
