using System.CommandLine;
using System.Text;
using Sending.Cli.Commands;

namespace Sending.Cli.Help;

/// <summary>
/// Help of a command: examples first, then usage, what it takes, and what comes next. Plain text,
/// since help has to appear at once: nothing here touches the libraries for tables or JSON.
/// </summary>
internal static class HelpWriter
{
    private const string ExitCodes =
        "Exit codes: 0 done, 1 failed or reverted, 2 wrong usage or configuration, 3 cancelled by you,\n" +
        "4 account or password trouble, 5 no usable node (unreachable, another chain, no contracts), 130 Ctrl-C";

    public static void Write(Root root, Command command, TextWriter output)
    {
        var path = Path(command);
        var text = new StringBuilder();
        text.Append(command.Description).Append("\n\n");

        var examples = command is CliCommand known ? known.Examples : root.Examples;
        if (examples.Count > 0)
        {
            text.Append("Examples:\n");
            foreach (var example in examples)
            {
                text.Append("  sending-cli ").Append(example).Append('\n');
            }

            text.Append('\n');
        }

        text.Append("Usage:\n").Append("  ").Append(path);
        if (command.Arguments.Count > 0 || command.Subcommands.Count == 0)
        {
            foreach (var argument in command.Arguments)
            {
                text.Append(argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" <{argument.Name}>");
            }

            text.Append(" [options]\n");
            path = "  " + path;
        }

        if (command.Subcommands.Count > 0)
        {
            text.Append(command.Arguments.Count > 0 ? path : "").Append(" <command> [options]\n");
        }

        Section(text, "Commands", [.. Visible(command).Select(sub => (sub.Name, sub.Description ?? ""))]);
        Section(text, "Arguments", [.. command.Arguments.Select(argument => ($"<{argument.Name}>", argument.Description ?? ""))]);
        var own = command == root ? [root.Version] : command.Options;
        Section(text, "Options", [.. own.Select(Row)]);
        Section(text, "Global options", [.. root.Global.All.Select(Row)]);
        if (command == root)
        {
            text.Append("\nEnvironment:\n  SENDING_NETWORK, SENDING_RPC_URL, SENDING_ACCOUNT, SENDING_PASSWORD_FILE, SENDING_RPC_TIMEOUT,\n  SENDING_DEVNET_FOLDER, NO_COLOR (see: sending-cli config show)\n");
        }

        text.Append('\n').Append(ExitCodes).Append('\n');
        if (command is CliCommand { Next.Count: > 0 } withNext)
        {
            text.Append("\nNext:\n");
            foreach (var step in withNext.Next)
            {
                text.Append("  sending-cli ").Append(step).Append('\n');
            }
        }
        else if (command == root)
        {
            text.Append("\nHelp of a command: sending-cli <command> --help\n");
        }

        output.Write(text.ToString());
    }

    private static IEnumerable<Command> Visible(Command command)
    {
        foreach (var sub in command.Subcommands)
        {
            if (sub is not CliCommand { Internal: true })
            {
                yield return sub;
            }
        }
    }

    private static (string Name, string Description) Row(Option option)
    {
        var name = new StringBuilder(option.Name);
        foreach (var alias in option.Aliases)
        {
            if (alias.Length == 2 && alias != "-?")
            {
                name.Insert(0, alias + ", ");
            }
        }

        if (option.HelpName is { } value)
        {
            name.Append(" <").Append(value).Append('>');
        }

        return (name.ToString(), option.Description ?? "");
    }

    private static void Section(StringBuilder text, string title, (string Name, string Description)[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var width = 0;
        foreach (var (name, _) in rows)
        {
            width = Math.Max(width, name.Length);
        }

        text.Append('\n').Append(title).Append(":\n");
        foreach (var (name, description) in rows)
        {
            text.Append("  ").Append(name.PadRight(width)).Append("  ").Append(description).Append('\n');
        }
    }

    private static string Path(Command command)
    {
        var path = command.Name;
        foreach (var parent in command.Parents)
        {
            if (parent is Command above)
            {
                path = Path(above) + " " + path;
            }
        }

        return path;
    }
}
