using System.CommandLine;
using Sending.Cli.Output;

namespace Sending.Cli.Commands;

/// <summary>A command: what it is called, what it takes, what it does.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description)
        : base(name, description)
    {
        // The parser takes a command without an action for a mere group; this one is run by CommandLine.
        SetAction(static _ => 0);
    }

    /// <summary>Command lines that show its use, without <c>sending-cli</c>; help leads with them.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    /// <summary>What somebody does after this command; help ends with them.</summary>
    public virtual IReadOnlyList<string> Next => [];

    /// <summary>Left out of help and completions.</summary>
    public bool Internal { get; protected init; }

    /// <exception cref="CliException">It cannot be done; the failure says why.</exception>
    public abstract Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken);
}
