using Sending.Chain.Configuration;
using Sending.Chain.Errors;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private static readonly Func<SettingName, string?> NoFlags = _ => null;
    private readonly TestTerminal _terminal = new();

    [Fact]
    public void NothingSaidMeansTheDevnet()
    {
        var settings = Settings.Load(_terminal.Terminal.Surroundings, NoFlags);

        Assert.Equal(new Setting("devnet", "default"), settings.Network);
        Assert.Equal(new Setting(null, "default"), settings.Account);
        Assert.True(settings.UsesDevnet);
    }

    [Fact]
    public void FlagBeatsEnvironmentBeatsProjectBeatsUser()
    {
        var user = _terminal.Folder.Write(".config/sending/config.json", """{"network":"from-user"}""");
        Assert.Equal(new Setting("from-user", user), Settings.Load(_terminal.Terminal.Surroundings, NoFlags).Network);

        var project = _terminal.Folder.Write("sending.json", """{"network":"from-project"}""");
        Assert.Equal(new Setting("from-project", project), Settings.Load(_terminal.Terminal.Surroundings, NoFlags).Network);

        _terminal.Variables["SENDING_NETWORK"] = "from-environment";
        Assert.Equal(new Setting("from-environment", "environment (SENDING_NETWORK)"), Settings.Load(_terminal.Terminal.Surroundings, NoFlags).Network);

        Assert.Equal(new Setting("from-flag", "flag"), Settings.Load(_terminal.Terminal.Surroundings, name => name == SettingNames.Network ? "from-flag" : null).Network);
    }

    [Fact]
    public void ProjectFileIsFoundFromAFolderBelow()
    {
        _terminal.Folder.Write("sending.json", """{"passwordFile":"secrets/password"}""");
        var below = Directory.CreateDirectory(_terminal.Folder.File("a/b")).FullName;

        var settings = Settings.Load(_terminal.Terminal.Surroundings with { WorkingDirectory = below }, NoFlags);

        // Relative to the file, not to where the user stands.
        Assert.Equal(_terminal.Folder.File("secrets/password"), settings.PasswordFile.Value);
    }

    [Fact]
    public void FoldersFollowXdg()
    {
        _terminal.Variables["XDG_CONFIG_HOME"] = "/xdg/config";
        _terminal.Variables["XDG_DATA_HOME"] = "/xdg/data";
        _terminal.Variables["XDG_CACHE_HOME"] = "/xdg/cache";

        var folders = Settings.Load(_terminal.Terminal.Surroundings, NoFlags).Folders;

        Assert.Equal("/xdg/config/sending/config.json", folders.UserFile);
        Assert.Equal("/xdg/data/sending/keystores", folders.Keystores);
        Assert.Equal("/xdg/cache/sending", folders.Cache);
    }

    [Theory]
    [InlineData("{", "cannot be used")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("""{"netwrok":"x"}""", "'netwrok' is no setting (known: network, rpcUrl, account, passwordFile, devnetFolder, rpcTimeout, listen, ")]
    [InlineData("""{"network":5}""", "'network' is not a text")]
    public void MalformedFileIsNamedWithItsFault(string text, string fault)
    {
        var file = _terminal.Folder.Write("sending.json", text);

        var failure = Assert.Throws<SendingException>(() => Settings.Load(_terminal.Terminal.Surroundings, NoFlags));

        Assert.Equal(ErrorCode.SettingsMalformed, failure.Code);
        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();
}
