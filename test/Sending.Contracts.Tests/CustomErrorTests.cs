using System.Text.RegularExpressions;

namespace Sending.Contracts.Tests;

/// <summary>Every custom error of the contracts is expected by its selector, as <c>Contract.Error.selector</c>, in some Solidity test.</summary>
public sealed partial class CustomErrorTests
{
    [Fact]
    public async Task EveryCustomErrorIsNamedByATest()
    {
        var root = (await Tools.EnsureAsync()).Root;
        var declared = Sources(Path.Combine(root, "contracts")).SelectMany(Errors).ToList();
        var named = Sources(Path.Combine(root, "test", "contracts")).SelectMany(source => Selector().Matches(source)).Select(match => match.Value).ToHashSet();
        Assert.True(declared.Count > 50, $"Only {declared.Count} errors were found.");
        var unnamed = declared.Where(error => !named.Contains($"{error}.selector")).Order(StringComparer.Ordinal).ToList();
        Assert.True(unnamed.Count == 0, $"No test names: {string.Join(", ", unnamed)}");
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.sol", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static IEnumerable<string> Errors(string source)
    {
        var contract = string.Empty;
        foreach (Match match in Declaration().Matches(source))
        {
            if (match.Groups["contract"].Success)
            {
                contract = match.Groups["contract"].Value;
            }
            else
            {
                yield return $"{contract}.{match.Groups["error"].Value}";
            }
        }
    }

    [GeneratedRegex(@"^(?:(?:abstract contract|contract|interface|library) (?<contract>\w+)|    error (?<error>\w+)\()", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b\w+\.\w+\.selector\b")]
    private static partial Regex Selector();
}
