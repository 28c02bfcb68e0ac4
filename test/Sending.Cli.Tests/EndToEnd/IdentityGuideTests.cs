using Sending.Cli.Tests.Support;
using Sending.Toolchain;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The commands of docs/identity.md, run as a reader runs them.</summary>
public class IdentityGuideTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private const string Command = "    sending-cli ";

    [Fact]
    public async Task TheLifeOfAnIdentityRunsAsItIsWritten()
    {
        Devnet.Home.Write("dora.txt", "a password");
        var page = await File.ReadAllLinesAsync(Path.Combine(Repository.Find(), "docs", "identity.md"));
        var lines = page.Where(line => line.StartsWith(Command, StringComparison.Ordinal)).Select(line => line[Command.Length..].Split(" #")[0].TrimEnd()).ToList();
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
