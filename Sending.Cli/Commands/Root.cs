using System.CommandLine;

namespace Sending.Cli.Commands;

/// <summary>The whole command tree.</summary>
internal sealed class Root : Command
{
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

    public GlobalOptions Global { get; } = new();

    public Option<bool> Version { get; } = new("--version") { Description = "Show the version" };

    public IReadOnlyList<string> Examples { get; } =
        ["demo", "devnet up --detach", "stake 25000 --role edge", "node show", "rewards claim"];
}
