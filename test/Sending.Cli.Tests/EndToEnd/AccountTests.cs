using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Accounts: made, imported, listed, and every way in which their files and passwords go wrong.</summary>
public class AccountTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private const string Mnemonic = "test test test test test test test test test test test junk";

    private string Keystore(string name) => Devnet.Home.File($"data/sending/keystores/{name}.json");

    [Fact]
    public async Task MakesAnAccountThatOnlyItsOwnerCanRead()
    {
        Devnet.Home.Write("password", "secret\n");

        var result = (await Devnet.Cli.RunAsync("account new fresh --password-file password --json")).Succeeded();

        Assert.Equal(Keystore("fresh"), result.Data.GetProperty("file").GetString());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Keystore("fresh")));
        }

        await RunAsync("devnet fund fresh");
        await RunAsync("stake 10000 --role edge --account fresh --password-file password");
    }

    [Fact]
    public async Task ImportsAMnemonicAndAPassword()
    {
        const string Line = "account import imported --from - --index 1 --password-file -";

        var result = (await Devnet.Cli.RunAsync(Line, Mnemonic + "\nsecret\n")).Succeeded();

        // Index 1 of the public test mnemonic is the devnet's alice.
        Assert.Contains(Devnet.Node.Address("alice"), result.Out, StringComparison.Ordinal);
        Snapshot.Match("account-import", Devnet.Scrubbed(result.Transcript(Line)));
    }

    [Fact]
    public async Task ImportsAPrivateKey()
    {
        Devnet.Home.Write("key", "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d\n");

        var result = (await Devnet.Cli.RunAsync("account import from-key --from key --password-file - --json", "secret\n")).Succeeded();

        Assert.Equal(Devnet.Node.Address("alice"), result.Data.GetProperty("address").GetString());
    }

    [Fact]
    public async Task ListsAccountsWithTheirTrouble()
    {
        await MatchAsync("account-list", "account list");
        Devnet.Home.Write("data/sending/keystores/broken.json", "{");

        var result = (await Devnet.Cli.RunAsync("account list --json")).Succeeded();

        var broken = result.Data.GetProperty("accounts").EnumerateArray().Single(account => account.GetProperty("name").GetString() == "broken");
        Assert.Contains("truncated", broken.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATakenNameIsRefusedBeforeAPasswordIsAskedFor()
    {
        (await Devnet.Cli.RunAsync("account import mine --from - --password-file -", Mnemonic + "\nsecret\n")).Succeeded();
        var before = await File.ReadAllTextAsync(Keystore("mine"));

        await RefusedAsync("wrong-account-exists", 4, "account new mine");

        Assert.Equal(before, await File.ReadAllTextAsync(Keystore("mine")));
    }

    [Fact]
    public async Task AMnemonicWithABadChecksumIsRefused()
    {
        var wrong = Mnemonic.Replace("junk", "test", StringComparison.Ordinal);

        await RefusedAsync("wrong-mnemonic-checksum", 4, "account import mine --from - --password-file -", wrong + "\nsecret\n");
        await RefusedAsync("wrong-mnemonic-word", 4, "account import mine --from - --password-file -", Mnemonic.Replace("junk", "junkk", StringComparison.Ordinal) + "\nsecret\n");
        await RefusedAsync("wrong-private-key", 4, "account import mine --from - --password-file -", "0x1234\nsecret\n");

        Assert.False(File.Exists(Keystore("mine")));
    }

    [Theory]
    [InlineData("wrong-account-name", 2, "account new ../mine")]
    [InlineData("wrong-mnemonic-index", 2, "account import mine --index -1")]
    [InlineData("wrong-nobody-to-ask", 4, "account new mine")]
    public Task IsRefused(string snapshot, int exitCode, string line) => RefusedAsync(snapshot, exitCode, line);

    [Fact]
    public async Task AWrongPasswordIsRefused()
    {
        await RefusedAsync("wrong-password", 4, "stake 25000 --role edge --password-file -", "not the password\n");
        await RefusedAsync("wrong-password-file", 4, "stake 25000 --role edge --password-file nowhere");
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("other-version")]
    [InlineData("unreadable")]
    [InlineData("not-json")]
    public async Task ABrokenKeystoreIsRefused(string trouble)
    {
        var good = await File.ReadAllTextAsync(Path.Combine(Devnet.Node.Devnet.Folder.KeystoreFolder, "alice.json"));
        var file = Devnet.Home.Write("data/sending/keystores/mine.json", trouble switch
        {
            "truncated" => good[..(good.Length / 2)],
            "other-version" => good.Replace("\"version\":3", "\"version\":1", StringComparison.Ordinal).Replace("\"version\": 3", "\"version\": 1", StringComparison.Ordinal),
            "not-json" => "once upon a time",
            _ => good,
        });
        if (trouble == "unreadable" && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.None);
            if (Environment.UserName == "root")
            {
                // Root reads every file; this one fails whoever reads it.
                File.Delete(file);
                File.CreateSymbolicLink(file, "/proc/self/mem");
            }
        }

        if (trouble == "unreadable")
        {
            // The system's own words for it differ.
            var result = await Devnet.Cli.RunAsync($"stake 25000 --role edge --account {file} --password-file {Devnet.Node.Devnet.Folder.PasswordFile}");
            Assert.Equal(4, result.ExitCode);
            Assert.Contains($"The keystore file {file} cannot be read", result.Error, StringComparison.Ordinal);
            return;
        }

        await RefusedAsync("wrong-keystore-" + trouble, 4, $"stake 25000 --role edge --account {file} --password-file {Devnet.Node.Devnet.Folder.PasswordFile}");
    }

    [Fact]
    public async Task EveryAccountHasItsPlace()
    {
        var result = (await Devnet.Cli.RunAsync("account list --json")).Succeeded();

        Assert.Equal(
            ["alice", "bob", "carol", "dave", "erin", "frank"],
            result.Data.GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("name").GetString()));
        Assert.True(result.Data.GetProperty("accounts")[0].GetProperty("default").GetBoolean());
    }
}
