namespace Sending.Cli.Output;

/// <summary>
/// What a command has to say. One content, two forms: text for people and a JSON object for programs,
/// so that neither can know more than the other.
/// </summary>
/// <param name="headline">The outcome in one sentence; only people see it.</param>
internal sealed class Report(string headline)
{
    private readonly List<Field> _fields = [];
    private readonly List<Table> _tables = [];
    private readonly List<string> _next = [];
    private readonly List<string> _warnings = [];

    public string Headline { get; } = headline;

    public IReadOnlyList<Field> Fields => _fields;

    public IReadOnlyList<Table> Tables => _tables;

    /// <summary>Commands that make sense now.</summary>
    public IReadOnlyList<string> NextSteps => _next;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Text that stands alone on stdout, such as a completion script or a signature to copy.</summary>
    public string? Raw { get; init; }

    /// <summary>How the process ends; anything but done only for a command that has said the rest itself.</summary>
    public ExitCode Exit { get; init; } = ExitCode.Done;

    /// <summary>The command has printed its result already, because it goes on after it.</summary>
    public bool Silent { get; init; }

    /// <param name="key">Name in the JSON document, camelCase.</param>
    /// <param name="label">Name for people; null leaves it out of their form.</param>
    /// <param name="value">The value.</param>
    public Report Add(string key, string? label, Value value)
    {
        _fields.Add(new Field(key, label, value));
        return this;
    }

    public Report Add(Table table)
    {
        _tables.Add(table);
        return this;
    }

    public Report Add(IEnumerable<Field> fields)
    {
        _fields.AddRange(fields);
        return this;
    }

    public Report Next(params IEnumerable<string> commands)
    {
        _next.AddRange(commands);
        return this;
    }

    /// <summary>Adds options to the suggested commands that act on the chain, so that they go on where this one was.</summary>
    public Report NextWith(string options)
    {
        for (var i = 0; i < _next.Count && options.Length > 0; i++)
        {
            if (!_next[i].StartsWith("sending-cli devnet", StringComparison.Ordinal) && !_next[i].Contains(" --account ", StringComparison.Ordinal))
            {
                _next[i] += options;
            }
        }

        return this;
    }

    public Report Warn(params IEnumerable<string> warnings)
    {
        _warnings.AddRange(warnings);
        return this;
    }

    /// <summary>The value of a field, for whoever drives commands in-process.</summary>
    public Value? this[string key] => _fields.Find(field => field.Key == key)?.Value;
}

/// <summary>A named value of a report.</summary>
internal sealed record Field(string Key, string? Label, Value Value);

/// <summary>Rows of the same kind.</summary>
/// <param name="Key">Name of the array in the JSON document.</param>
/// <param name="Columns">Their keys and labels; a column without a label is for programs alone.</param>
/// <param name="Rows">Their values, in the order of the columns.</param>
/// <param name="WhenEmpty">What people read instead of an empty table.</param>
internal sealed record Table(string Key, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Value>> Rows, string WhenEmpty);

/// <summary>A column of a table.</summary>
internal sealed record Column(string Key, string? Label, bool Right = false);
