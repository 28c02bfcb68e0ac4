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
    private const string Suffix = "GasTest";

    [Fact]
    public async Task TheCommittedGasTableIsWhatIsMeasured()
    {
        var results = await SolidityRun.ResultsAsync();
        var suites = results.Where(result => result.Suite.EndsWith(Suffix, StringComparison.Ordinal)).GroupBy(result => result.Suite[..^Suffix.Length]);
        var table = string.Join('\n', [.. suites.OrderBy(suite => suite.Key, StringComparer.Ordinal).Select(Section), ScaleSection(results)]);

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

    private static string Section(IGrouping<string, SolidityResult> suite)
    {
        var rows = suite.SelectMany(result => result.Logs).Select(log => Measurement().Match(log)).Where(match => match.Success).Select(Row)
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(rows.Count > 4, $"Only {rows.Count} figures of {suite.Key} were measured.");
        return $"### {suite.Key}\n\n| Transaction | Gas | Ceiling |\n|---|---:|---:|\n{string.Join('\n', rows)}\n";
    }

    private static string ScaleSection(IEnumerable<SolidityResult> results)
    {
        var rows = results.Where(result => result.Suite.EndsWith("ScaleTest", StringComparison.Ordinal)).SelectMany(result => result.Logs)
            .Select(log => ScaleMeasurement().Match(log)).Where(match => match.Success)
            .Select(match => $"| {match.Groups["verb"]} | {Number(match.Groups["one"])} | {Number(match.Groups["hundred"])} | {Number(match.Groups["many"])} |")
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(rows.Count > 40, $"Only {rows.Count} transactions were measured at scale.");
        return $"### At 1, 100 and 10,000\n\n| Transaction | 1 | 100 | 10,000 |\n|---|---:|---:|---:|\n{string.Join('\n', rows)}\n";
    }

    private static string Row(Match match) => $"| {match.Groups["verb"]} | {Number(match.Groups["gas"])} | {Number(match.Groups["ceiling"])} |";

    private static string Number(Group digits) => long.Parse(digits.Value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<verb>.+): (?<gas>[0-9]+) of (?<ceiling>[0-9]+)$")]
    private static partial Regex Measurement();

    [GeneratedRegex("^(?<verb>.+) at scale: (?<one>[0-9]+) (?<hundred>[0-9]+) (?<many>[0-9]+)$")]
    private static partial Regex ScaleMeasurement();
}
