using System.Diagnostics;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Somebody sits at the terminal, is asked, and answers.</summary>
public class PromptTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Fact]
    public async Task NoMeansThatNothingIsSent()
    {
        using var terminal = new PseudoTerminal();
        var before = await Devnet.StateOfAsync("alice");
        using var process = Start(terminal, "stake 25000 --role edge");

        await terminal.SeeAsync("Send it?");
        terminal.Type("n");
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("", result.Out);
        Assert.Contains("Register a node as edge and stake 25,000 SEND on it.", terminal.Shown, StringComparison.Ordinal);
        Assert.Contains("Cancelled by you; nothing was sent.", terminal.Shown, StringComparison.Ordinal);
        Assert.Equal(before, await Devnet.StateOfAsync("alice"));
    }

    [Fact]
    public async Task YesSendsIt()
    {
        using var terminal = new PseudoTerminal();
        using var process = Start(terminal, "stake 25000 --role edge");

        await terminal.SeeAsync("Send it?");
        terminal.Type("y");
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Registered a node as edge", result.Out, StringComparison.Ordinal);
        Assert.True((await Devnet.StateOfAsync("alice")).Node!.Active);
    }

    [Fact]
    public async Task WithYesNobodyIsAsked()
    {
        using var terminal = new PseudoTerminal();
        using var process = Start(terminal, "stake 25000 --role edge --yes");

        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("Send it?", terminal.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APasswordIsTypedUnseenAndTwice()
    {
        using var terminal = new PseudoTerminal();
        using var process = Start(terminal, "account new typed");

        await terminal.SeeAsync("New password of typed:");
        terminal.Type("very secret");
        await terminal.SeeAsync("The same again:");
        terminal.Type("very secret");
        var result = await CliProcess.FinishAsync(process);

        Assert.True(result.ExitCode == 0, terminal.Shown);
        Assert.DoesNotContain("secret", terminal.Shown, StringComparison.Ordinal);
        (await Devnet.Cli.RunAsync("devnet fund typed")).Succeeded();
        (await Devnet.Cli.RunAsync("stake 10000 --role edge --account typed --password-file -", "very secret\n")).Succeeded();
    }

    [Fact]
    public async Task TwoDifferentPasswordsMakeNoAccount()
    {
        using var terminal = new PseudoTerminal();
        using var process = Start(terminal, "account new typed");

        await terminal.SeeAsync("New password of typed:");
        terminal.Type("one");
        await terminal.SeeAsync("The same again:");
        terminal.Type("other");
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("The two passwords differ; nothing was written.", terminal.Shown, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Devnet.Home.File("data/sending/keystores")));
    }

    [Fact]
    public async Task CtrlCAtAPromptEndsAtOnce()
    {
        using var terminal = new PseudoTerminal();
        using var process = Start(terminal, "stake 25000 --role edge");

        await terminal.SeeAsync("Send it?");
        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Interrupted; nothing was sent.", terminal.Shown, StringComparison.Ordinal);
    }

    private Process Start(PseudoTerminal terminal, string line) => Devnet.Cli.Start(line, terminal.Path);
}
