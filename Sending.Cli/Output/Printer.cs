namespace Sending.Cli.Output;

/// <summary>Prints a report: the result to standard output, warnings to standard error.</summary>
internal static class Printer
{
    public static void Print(Report report, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonEnvelope.Success(report));
            return;
        }

        foreach (var warning in report.Warnings)
        {
            terminal.Error.WriteLine("Warning: " + warning);
        }

        var text = HumanText.Success(report, terminal.Colours);
        if (text.Length > 0)
        {
            terminal.Out.WriteLine(text);
        }
    }
}
