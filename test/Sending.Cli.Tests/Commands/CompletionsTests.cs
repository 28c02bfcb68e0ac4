using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.Commands;

public sealed class CompletionsTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task EveryShellHasAScript(string shell)
    {
        Assert.Equal(ExitCode.Done, await _terminal.RunAsync("completions", shell));
        Snapshot.Match("completions-" + shell, _terminal.Out);
    }

    [Theory]
    [InlineData("sending-cli dev", "devnet")]
    [InlineData("./sending-cli un", "unstake undelegate")]
    [InlineData("sending-cli stake 5 --ro", "--role")]
    [InlineData("sending-cli stake 5 --role ", "edge guardian watchdog")]
    [InlineData("sending-cli rewards c", "claim")]
    public async Task CandidatesFitThePosition(string line, string candidates)
    {
        Assert.Equal(ExitCode.Done, await _terminal.RunAsync("complete", "--", line));
        Assert.Equal(candidates.Split(' ').Order(), _terminal.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task InternalCommandsStayHidden()
    {
        await _terminal.RunAsync("complete", "--", "sending-cli comp");
        Assert.Equal("completions\n", _terminal.Out);
    }

    public void Dispose() => _terminal.Dispose();
}
