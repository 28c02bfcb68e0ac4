using System.Text.Json;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.Commands;

public sealed class ParsingTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    [Theory]
    [InlineData("confg show", "Unknown command 'confg'. Did you mean config? Help: sending-cli --help")]
    [InlineData("config shw", "Unknown command 'shw'. Did you mean show? Help: sending-cli config --help")]
    [InlineData("config show --newtork x", "Unknown option '--newtork'. Did you mean --network? Help: sending-cli config show --help")]
    [InlineData("config", "Say what to do: config show. Details: sending-cli config --help")]
    [InlineData("completions", "<shell> is missing. Help: sending-cli completions --help")]
    [InlineData("completions bash zsh", "Unknown argument 'zsh'. Help: sending-cli completions --help")]
    [InlineData("completions tcsh", "'tcsh' is not a shell known here: use bash, zsh, fish or pwsh.")]
    [InlineData("config show --account", "Required argument missing for option: '--account'. Help: sending-cli config show --help")]
    public async Task WrongUsageIsExplainedAndExits2(string line, string message)
    {
        var exit = await _terminal.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, exit);
        Assert.Equal("", _terminal.Out);
        Assert.Equal($"Error: {message}\n", _terminal.Error);
    }

    [Fact]
    public async Task ParseErrorsAreJsonTooWhenAskedFor()
    {
        var exit = await _terminal.RunAsync("config", "shw", "--json");

        Assert.Equal(ExitCode.Usage, exit);
        Assert.Equal("", _terminal.Error);
        using var document = JsonDocument.Parse(_terminal.Out);
        Assert.Equal("unknown_command", document.RootElement.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task VersionIsThreeNumbers()
    {
        Assert.Equal(ExitCode.Done, await _terminal.RunAsync("--version"));
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", _terminal.Out);
    }

    public void Dispose() => _terminal.Dispose();
}
