using System.Globalization;
using System.Text.RegularExpressions;

namespace Sending.Contracts.Tests;

/// <summary>
/// The gas table in <c>docs/gas.md</c> is what the ceiling tests measure. Accept a change by running this test with <c>ACCEPT_GAS=1</c>
/// and reading the diff.
/// </summary>
public sealed partial class GasReportTests
{
    private const string Begin = "<!-- measured: begin -->\n";
    private const string End = "<!-- measured: end -->";

    [Fact]
    public async Task TheCommittedGasTableIsWhatIsMeasured()
    {
        var results = await SolidityRun.ResultsAsync();
        var rows = results.Where(result => result.Suite == "NodeStakingGasTest").OrderBy(result => result.Test, StringComparer.Ordinal)
            .SelectMany(result => result.Logs).Select(log => Measurement().Match(log)).Where(match => match.Success).Select(Row)
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(rows.Count > 15, $"Only {rows.Count} figures were measured.");
        var table = $"| Transaction | Gas | Ceiling |\n|---|---:|---:|\n{string.Join('\n', rows)}\n";

        var file = Path.Combine((await Tools.EnsureAsync()).Root, "docs", "gas.md");
        var text = await File.ReadAllTextAsync(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ACCEPT_GAS") == "1")
        {
            await File.WriteAllTextAsync(file, text[..begin] + table + text[end..]);
            return;
        }

        Assert.Equal(table, text[begin..end]);
    }

    private static string Row(Match match) => $"| {match.Groups["verb"]} | {Number(match.Groups["gas"])} | {Number(match.Groups["ceiling"])} |";

    private static string Number(Group digits) => long.Parse(digits.Value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<verb>.+): (?<gas>[0-9]+) of (?<ceiling>[0-9]+)$")]
    private static partial Regex Measurement();
}
