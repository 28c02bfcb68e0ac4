using System.CommandLine;
using Sending.Cli.Commands;
using Sending.Cli.Help;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.Commands;

public class HelpTests
{
    public static TheoryData<string> Paths
    {
        get
        {
            var paths = new TheoryData<string> { "" };
            Collect(new Root(), "", paths);
            return paths;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task HelpOfEveryCommandIsCommitted(string path)
    {
        using var terminal = new TestTerminal();

        var exit = await terminal.RunAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal("", terminal.Error);
        Snapshot.Match("help" + (path.Length == 0 ? "" : "-" + path.Replace(' ', '-')), terminal.Out);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void ExamplesAreCommandLinesThatParse(string path)
    {
        var root = new Root();
        Command command = root;
        foreach (var name in path.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            command = command.Subcommands.Single(sub => sub.Name == name);
        }

        var examples = command is CliCommand known ? known.Examples : root.Examples;
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            // What the shell takes away before the program sees it.
            var words = example.Split(" > ")[0].Split(" >> ")[0];
            Assert.Empty(root.Parse(words).Errors);
        }
    }

    [Fact]
    public async Task NoArgumentsShowHelp()
    {
        using var terminal = new TestTerminal();
        using var help = new StringWriter();
        var root = new Root();
        HelpWriter.Write(root, root, help);

        Assert.Equal(ExitCode.Done, await terminal.RunAsync());
        Assert.Equal(help.ToString(), terminal.Out);
    }

    private static void Collect(Command command, string path, TheoryData<string> paths)
    {
        foreach (var sub in command.Subcommands.Where(sub => sub is not CliCommand { Internal: true }))
        {
            var below = (path + " " + sub.Name).Trim();
            paths.Add(below);
            Collect(sub, below, paths);
        }
    }
}
