using Sending.Chain.Errors;
using Sending.Cli.Prompts;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.Prompts;

public class SecretsTests
{
    [Theory]
    [InlineData("a password\n")]
    [InlineData("a password\r\n")]
    [InlineData("a password")]
    public async Task ALineEndInTheFileIsNotPartOfThePassword(string text)
    {
        using var terminal = new TestTerminal();
        terminal.Folder.Write("password", text);

        Assert.Equal("a password", await Of(terminal).PasswordAsync("alice", "password", default));
    }

    [Fact]
    public async Task StandardInputGivesOneSecretALine()
    {
        using var terminal = new TestTerminal("word word word\npassword with  blanks \n");
        var secrets = Of(terminal);

        Assert.Equal("word word word", await secrets.KeyAsync("-", default));
        Assert.Equal("password with  blanks ", await secrets.NewPasswordAsync("bob", "-", default));
        var end = await Assert.ThrowsAsync<SendingException>(() => secrets.PasswordAsync("bob", "-", default));
        Assert.Equal(ErrorCode.SecretMissing, end.Code);
    }

    [Fact]
    public async Task WithoutFileAndPersonItSaysWhatToGive()
    {
        using var terminal = new TestTerminal();

        var failure = (await Assert.ThrowsAsync<CliException>(() => Of(terminal).PasswordAsync("alice", null, default))).Failure;

        Assert.Equal(ExitCode.Account, failure.Exit);
        Assert.Equal("secret_missing", failure.Code);
        Assert.Contains("--password-file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableFileIsNamed()
    {
        using var terminal = new TestTerminal();

        var failure = await Assert.ThrowsAsync<SendingException>(() => Of(terminal).PasswordAsync("alice", "nowhere", default));

        Assert.Equal(ErrorCode.SecretUnreadable, failure.Code);
        Assert.Contains(terminal.Folder.File("nowhere"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyPasswordIsRefused()
    {
        using var terminal = new TestTerminal();
        var empty = terminal.Folder.Write("empty", "\n");

        var failure = (await Assert.ThrowsAsync<CliException>(() => Of(terminal).NewPasswordAsync("alice", empty, default))).Failure;

        Assert.Equal("password_empty", failure.Code);
    }

    private static Secrets Of(TestTerminal terminal) => new(terminal.Terminal, new Prompter(terminal.Terminal));
}
