using System.CommandLine;

namespace Sending.Cli.Commands;

/// <summary>The whole command tree.</summary>
internal sealed class Root : Command
{
    // A word that begins with @ is a user id, and no file with further words.
    private static readonly ParserConfiguration s_configuration = new() { ResponseFileTokenReplacer = null };

    public Root()
        : base("sending-cli", "Run a node of Sending Chain: accounts, stakes, rewards, and a local devnet to try them on.")
    {
        foreach (var option in Global.All)
        {
            Add(option);
        }

        Add(Version);
        foreach (var command in CommandTree.All())
        {
            Add(command);
        }
    }

    /// <summary>Reads a command line.</summary>
    public ParseResult Read(IReadOnlyList<string> arguments) => Parse(arguments, s_configuration);

    public GlobalOptions Global { get; } = new();

    public Option<bool> Version { get; } = new("--version") { Description = "Show the version" };

    public IReadOnlyList<string> Examples { get; } =
        ["demo", "devnet up --detach", "stake 25000 --role edge", "node show", "rewards claim"];
}
