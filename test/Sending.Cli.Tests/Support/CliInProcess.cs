namespace Sending.Cli.Tests.Support;

/// <summary>Runs the program's command lines inside the test, in the home of <see cref="CliProcess"/>: for stories of many commands, each in a fraction of a process's time.</summary>
internal sealed class CliInProcess(TemporaryFolder home, string devnetFolder)
{
    private readonly Dictionary<string, string> _variables = new()
    {
        ["HOME"] = home.Path,
        ["XDG_CONFIG_HOME"] = home.File("config"),
        ["XDG_DATA_HOME"] = home.File("data"),
        ["XDG_CACHE_HOME"] = home.File("cache"),
        ["SENDING_DEVNET_FOLDER"] = devnetFolder,
    };

    /// <summary>Runs a command line to its end; see <see cref="CliProcess.Words"/>.</summary>
    public async Task<CliResult> RunAsync(string line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            In = TextReader.Null,
            Interactive = false,
            Colours = false,
            WorkingDirectory = home.Path,
            Variable = name => _variables.GetValueOrDefault(name),
            Clock = TimeProvider.System,
        };
        var exit = await CommandLine.RunAsync([.. CliProcess.Words(line)], terminal, default);
        return new CliResult((int)exit, output.ToString(), error.ToString());
    }
}
