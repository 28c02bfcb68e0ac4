using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The commands of docs/identity.md, run as a reader runs them.</summary>
public class IdentityGuideTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Fact]
    public async Task TheLifeOfAnIdentityRunsAsItIsWritten()
    {
        Devnet.Home.Write("dora.txt", "a password");
        var lines = await Guide.CommandsAsync("identity.md");
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var parts = line.Split(" > ");
            var result = await Devnet.Cli.RunAsync(parts[0]);
            Assert.True(result.ExitCode == 0, $"{line}\nExit code {result.ExitCode}.\n{result.Out}\n{result.Error}");
            if (parts.Length == 2)
            {
                Devnet.Home.Write(parts[1], result.Out);
            }
        }

        Assert.Contains("deactivated", (await RunAsync("did show alice")).Out);
    }
}
