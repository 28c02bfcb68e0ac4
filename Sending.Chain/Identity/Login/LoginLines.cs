namespace Sending.Chain.Identity.Login;

/// <summary>The lines of a message, read one after the other; a line feed alone ends one.</summary>
internal sealed class LoginLines(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _at;

    public string Peek() => _at < _lines.Length ? _lines[_at] : "";

    public string Next(string what)
        => _at < _lines.Length ? _lines[_at++] : throw new FormatException($"The log-in message ends before {what}.");

    public void Empty()
    {
        if (Next("an empty line").Length > 0)
        {
            throw Wrong("an empty line");
        }
    }

    public string Required(string label) => Optional(label) ?? throw new FormatException($"Line {_at + 1} of the log-in message is not \"{label}…\".");

    public string? Optional(string label) => _at < _lines.Length && _lines[_at].StartsWith(label, StringComparison.Ordinal) ? _lines[_at++][label.Length..] : null;

    public string Check(string value, Func<string, bool> isRight, string what) => isRight(value) ? value : throw Wrong(what);

    public DateTimeOffset Time(string value) => LoginGrammar.Time(value) ?? throw Wrong("a time (RFC 3339)");

    public void End()
    {
        if (_at < _lines.Length)
        {
            throw new FormatException($"Line {_at + 1} of the log-in message has no place in it.");
        }
    }

    /// <summary>The line that was read last is not what it should be.</summary>
    public FormatException Wrong(string what) => new($"Line {_at} of the log-in message does not hold {what}.");
}
