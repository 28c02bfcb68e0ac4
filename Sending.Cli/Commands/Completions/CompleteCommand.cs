using System.CommandLine;
using System.Globalization;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Completions;

/// <summary>Answers the completion scripts: the words that can stand at a position of a command line.</summary>
internal sealed class CompleteCommand : CliCommand
{
    private readonly Argument<string> _line = new("line") { Description = "The command line so far" };
    private readonly Option<string> _position = new("--position") { HelpName = "n", Description = "Where the cursor is in it" };

    public CompleteCommand()
        : base("complete", "Candidates for the completion scripts")
    {
        Internal = true;
        Add(_line);
        Add(_position);
    }

    public override Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var line = invocation.Value(_line)!;
        var position = int.TryParse(invocation.Value(_position), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? Math.Min(given, line.Length)
            : line.Length;

        // The shell's first word is whatever the user calls the program; the parser knows it by one name.
        var program = line.IndexOf(' ', StringComparison.Ordinal);
        var rest = program < 0 ? "" : line[(program + 1)..];
        var word = line[..position];
        word = word[(word.LastIndexOf(' ') + 1)..];
        var root = new Root();
        var words = root.Parse(rest).GetCompletions(Math.Max(0, position - program - 1))
            .Where(item => root.Subcommands.All(command => command.Name != item.Label || command is not CliCommand { Internal: true }))
            .Select(item => item.InsertText ?? item.Label)
            .Where(candidate => candidate.Length > 2 && candidate.StartsWith(word, StringComparison.Ordinal))
            .Distinct()
            .ToList();
        return Task.FromResult(new Report("") { Raw = string.Join('\n', words) }.Add("candidates", null, Value.List(words)));
    }
}
