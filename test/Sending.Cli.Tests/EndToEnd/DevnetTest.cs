using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Tests that run the program on a devnet of their class; each begins on a fresh chain.</summary>
public abstract class DevnetTest(CliDevnet devnet) : IClassFixture<CliDevnet>, IAsyncLifetime
{
    internal CliDevnet Devnet { get; } = devnet;

    public Task InitializeAsync() => Devnet.FreshAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a command line that must succeed.</summary>
    private protected async Task<CliResult> RunAsync(string line) => (await Devnet.Cli.RunAsync(line)).Succeeded();

    /// <summary>Runs a command line that must succeed, and compares all that it prints.</summary>
    private protected async Task MatchAsync(string snapshot, string line) =>
        Snapshot.Match(snapshot, Devnet.Scrubbed((await RunAsync(line)).Transcript(line)));

    /// <summary>Runs a command line that must fail, compares what it says, and that nobody lost anything.</summary>
    private protected async Task<CliResult> RefusedAsync(string snapshot, int exitCode, string line, string input = "")
    {
        var before = await StatesAsync();

        var result = await Devnet.Cli.RunAsync(line, input);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal("", result.Out);
        Snapshot.Match(snapshot, Devnet.Scrubbed(result.Transcript(line)));
        Assert.Equal(before, await StatesAsync());
        return result;
    }

    private async Task<string> StatesAsync()
    {
        var states = new List<string>();
        foreach (var account in Devnet.Node.State.Accounts)
        {
            states.Add($"{account.Name} {await Devnet.StateOfAsync(account.Name)}");
        }

        return string.Join('\n', states);
    }
}
