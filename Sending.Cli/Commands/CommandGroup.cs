using Sending.Cli.Output;

namespace Sending.Cli.Commands;

/// <summary>A noun that holds commands and does nothing by itself.</summary>
internal sealed class CommandGroup : CliCommand
{
    public CommandGroup(string name, string description, params IEnumerable<CliCommand> commands)
        : base(name, description)
    {
        foreach (var command in commands)
        {
            Add(command);
        }
    }

    public override IReadOnlyList<string> Examples =>
        [.. Subcommands.OfType<CliCommand>().Select(command => command.Examples.FirstOrDefault()).OfType<string>()];

    private string Path => string.Join(' ', Parents.OfType<CommandGroup>().Select(parent => parent.Path).Append(Name));

    public override Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw CliException.Usage(
            "command_missing",
            $"Say what to do: {string.Join(", ", Subcommands.Select(command => $"{Path} {command.Name}"))}. Details: sending-cli {Path} --help");
}
