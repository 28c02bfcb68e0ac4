using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sending.Cli.Commands;

/// <summary>What the parser could not understand, in our words.</summary>
internal static class ParseFailure
{
    public static CliException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"Help: {Path(parsed.CommandResult)} --help";
        if (parsed.UnmatchedTokens.FirstOrDefault() is { } unknown)
        {
            var what = unknown.StartsWith("--", StringComparison.Ordinal) ? "option" : command.Subcommands.Any() ? "command" : "argument";
            var nearest = Nearest(unknown, Names(command, what));
            var hint = nearest is null ? "" : $" Did you mean {nearest}?";
            return CliException.Usage($"unknown_{what}", $"Unknown {what} '{unknown}'.{hint} {help}");
        }

        if (parsed.Errors.FirstOrDefault() is not { } error)
        {
            return CliException.Usage("command_missing", $"Say what to do. {help}");
        }

        return error.SymbolResult is ArgumentResult { Argument: var argument, Tokens.Count: 0, Parent: CommandResult }
            ? CliException.Usage("argument_missing", $"<{argument.Name}> is missing. {help}")
            : CliException.Usage("wrong_usage", $"{error.Message.TrimEnd('.')}. {help}");
    }

    private static IEnumerable<string> Names(Command command, string what) => what == "option"
        ? Upwards(command).SelectMany(owner => owner.Options).Select(option => option.Name)
        : command.Subcommands.Where(sub => sub is CliCommand { Internal: false }).Select(sub => sub.Name);

    private static IEnumerable<Command> Upwards(Command command) =>
        command.Parents.OfType<Command>().SelectMany(Upwards).Prepend(command);

    private static string Path(CommandResult? result)
    {
        var names = new List<string>();
        for (; result is not null; result = result.Parent as CommandResult)
        {
            names.Insert(0, result.Command.Name);
        }

        return string.Join(' ', names);
    }

    private static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(word, candidate)))
        .Where(entry => entry.distance <= Math.Max(1, entry.candidate.Length / 3))
        .OrderBy(entry => entry.distance)
        .Select(entry => entry.candidate)
        .FirstOrDefault();

    /// <summary>Levenshtein's distance: insertions, deletions and replacements between two words.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replace = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
