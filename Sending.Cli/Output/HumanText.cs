using Spectre.Console;

namespace Sending.Cli.Output;

/// <summary>Reports and failures as text for people.</summary>
internal static class HumanText
{
    // Wide enough for two addresses; where the text goes, a terminal or a file, must not change it.
    private const int Width = 200;

    /// <param name="report">What there is to say.</param>
    /// <param name="colours">Whether they show where it goes.</param>
    /// <param name="withNext">Whether to suggest what to do next.</param>
    public static string Success(Report report, bool colours, bool withNext = true)
    {
        if (report.Raw is { } raw)
        {
            return raw;
        }

        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;

        if (report.Headline.Length > 0)
        {
            console.MarkupLineInterpolated($"[bold]{report.Headline}[/]");
        }

        Fields(console, [.. report.Fields.Where(field => field.Label is not null)]);
        foreach (var table in report.Tables.Where(table => table.Columns.Any(column => column.Label is not null)))
        {
            Rows(console, table);
        }

        if (withNext && report.NextSteps.Count > 0)
        {
            console.WriteLine();
            console.WriteLine("Next:");
            foreach (var step in report.NextSteps)
            {
                console.MarkupLineInterpolated($"  [green]{step}[/]");
            }
        }

        // Tables bring empty lines of their own.
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).Replace("\n\n\n", "\n\n", StringComparison.Ordinal).Trim('\n');
    }

    public static string Failure(Failure failure) => "Error: " + failure.Message;

    private static void Fields(IAnsiConsole console, IReadOnlyList<Field> fields)
    {
        var width = fields.Count == 0 ? 0 : fields.Max(field => field.Label!.Length);
        foreach (var field in fields)
        {
            console.MarkupLineInterpolated($"  [dim]{field.Label!.PadRight(width)}[/]  {field.Value.Text}");
        }
    }

    private static void Rows(IAnsiConsole console, Table table)
    {
        if (table.Rows.Count == 0)
        {
            if (table.WhenEmpty.Length > 0)
            {
                console.WriteLine(table.WhenEmpty);
            }

            return;
        }

        var shown = table.Columns.Select((column, index) => (column, index)).Where(entry => entry.column.Label is not null).ToList();
        var grid = new Spectre.Console.Table { Border = TableBorder.Simple };
        foreach (var (column, _) in shown)
        {
            grid.AddColumn(new TableColumn(new Text(column.Label!)) { NoWrap = true, Alignment = column.Right ? Justify.Right : Justify.Left });
        }

        foreach (var row in table.Rows)
        {
            grid.AddRow(shown.Select(entry => new Text(row[entry.index].Text)));
        }

        console.Write(grid);
    }
}
