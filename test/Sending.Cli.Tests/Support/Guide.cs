using Sending.Toolchain;

namespace Sending.Cli.Tests.Support;

/// <summary>The commands of a page of docs/, as its reader copies them.</summary>
internal static class Guide
{
    private const string Command = "    sending-cli ";
    private const string Heading = "## ";

    /// <summary>The command lines, without the program and the comment.</summary>
    /// <param name="page">The page's file name.</param>
    /// <param name="section">What the section's heading begins with; null for the whole page.</param>
    public static async Task<IReadOnlyList<string>> CommandsAsync(string page, string? section = null)
    {
        IEnumerable<string> lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Find(), "docs", page));
        if (section is not null)
        {
            lines = lines.SkipWhile(line => !line.StartsWith(Heading + section, StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal));
        }

        return [.. lines.Where(line => line.StartsWith(Command, StringComparison.Ordinal)).Select(line => line[Command.Length..].Split(" #")[0].TrimEnd())];
    }
}
