using System.Globalization;
using System.Text.RegularExpressions;
using Sending.Toolchain;

namespace Sending.Contracts.Tests;

/// <summary>The tables of <c>docs/threat-model.md</c> name Solidity tests that exist, every attack, and something for each of the 38 invariants.</summary>
public sealed partial class ThreatModelTests
{
    private const int Invariants = 38;

    private static readonly string Root = Repository.Find();
    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "docs", "threat-model.md"));

    [Fact]
    public void EveryTestNamedExists()
    {
        var named = Reference().Matches(Text).DistinctBy(match => match.Value).ToList();
        Assert.True(named.Count > 100, $"Only {named.Count} tests are named.");
        Assert.Empty(named.Where(match => !Exists(match.Groups["file"].Value, match.Groups["test"].Value)).Select(match => match.Value));
    }

    [Fact]
    public void EveryAttackIsNamed()
    {
        var attacks = Directory.EnumerateFiles(Path.Combine(Root, "test", "contracts", "attacks"), "*.t.sol")
            .SelectMany(file => TestFunction().Matches(File.ReadAllText(file)).Select(match => (File: $"attacks/{Path.GetFileName(file)[..^6]}", Test: match.Groups["test"].Value)));
        var unnamed = attacks.Where(attack => !Text.Contains($"`{attack.File}.{attack.Test}`", StringComparison.Ordinal) && !Text.Contains($"`{attack.File}`", StringComparison.Ordinal));
        Assert.Empty(unnamed);
    }

    [Fact]
    public void EveryInvariantHasATestOrCannotApply()
    {
        var rows = Row().Matches(Text).ToDictionary(row => int.Parse(row.Groups["number"].Value, CultureInfo.InvariantCulture), row => row.Groups["tests"].Value);
        Assert.Equal(Enumerable.Range(1, Invariants), rows.Keys.Order());
        Assert.Empty(rows.Where(row => !Reference().IsMatch(row.Value) && !row.Value.Contains("campaign", StringComparison.Ordinal)
            && !row.Value.Contains("Does not apply: ", StringComparison.Ordinal)).Select(row => row.Key));
    }

    private static bool Exists(string file, string test)
    {
        var path = Path.Combine(Root, "test", "contracts", $"{file}.t.sol");
        return File.Exists(path) && (test.Length == 0 || File.ReadAllText(path).Contains($"function {test}(", StringComparison.Ordinal));
    }

    [GeneratedRegex("`(?<file>[a-z]+(/[a-z]+)*/[A-Z][A-Za-z0-9]*)(\\.(?<test>(test|invariant)[A-Za-z0-9_]+))?`")]
    private static partial Regex Reference();

    [GeneratedRegex(@"function (?<test>test\w+)\(")]
    private static partial Regex TestFunction();

    [GeneratedRegex(@"^\| (?<number>\d+) \|[^|]*\|(?<tests>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
