namespace Sending.Surface;

/// <summary>Finds members of the list by their names in metadata.</summary>
internal static class ListedMember
{
    /// <param name="text">The member's text.</param>
    /// <param name="type">The short name of the type.</param>
    /// <param name="name">A name in metadata, such as <c>.ctor</c> or <c>get_Value</c>.</param>
    /// <param name="parameters">The number of parameters; null for a field.</param>
    public static bool Is(string text, string type, string name, int? parameters) => (name, parameters) switch
    {
        (_, null) => NameOf(text) == name && !text.Contains('(', StringComparison.Ordinal),
        (['g' or 's', 'e', 't', '_', .. var property], _) => NameOf(text) == property && text.Contains($" {name[..3]};", StringComparison.Ordinal),
        (".ctor", _) => NameOf(text) == type && CountOf(text) == parameters,
        ("op_Implicit", _) => text.Contains("implicit operator", StringComparison.Ordinal) && CountOf(text) == parameters,
        (['o', 'p', '_', .. var operation], _) => text.Contains($"operator {operation}(", StringComparison.Ordinal),
        _ => NameOf(text) == name && CountOf(text) == parameters,
    };

    private static string NameOf(string text)
    {
        var end = text.IndexOfAny(['(', '{', '=']);
        var head = (end < 0 ? text : text[..end]).TrimEnd();
        if (head.EndsWith('>'))
        {
            // Type arguments of a method, which has them right before its parameters.
            head = head[..Opening(head)];
        }

        return head[(head.LastIndexOf(' ') + 1)..];
    }

    private static int Opening(string head)
    {
        var depth = 0;
        for (var i = head.Length - 1; i >= 0; i--)
        {
            depth += head[i] == '>' ? 1 : head[i] == '<' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return 0;
    }

    private static int CountOf(string text)
    {
        var (start, depth, count) = (text.IndexOf('('), 0, 0);
        if (start < 0 || text[start + 1] == ')')
        {
            return start < 0 ? -1 : 0;
        }

        for (var i = start + 1; i < text.Length; i++)
        {
            depth += text[i] is '<' or '(' ? 1 : text[i] is '>' or ')' ? -1 : 0;
            if (depth < 0)
            {
                return count + 1;
            }

            count += text[i] == ',' && depth == 0 ? 1 : 0;
        }

        return -1;
    }
}
