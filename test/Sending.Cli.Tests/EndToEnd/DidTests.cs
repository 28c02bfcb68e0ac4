using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The life of an identity from the command line, and what is refused on its way.</summary>
public class DidTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private const string Key = "0x8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
    private const string SigningKey = "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";

    [Fact]
    public async Task CreatedChangedGivenAwayAndEnded()
    {
        await RunAsync("stake 25000 --role edge --account bob");
        await MatchAsync("did-create-nothing", "did create");
        await MatchAsync("did-create", $"did create --edge bob --key {Key}");
        await MatchAsync("did-key-add-dry-run", $"did key add authentication {SigningKey} --dry-run");
        await MatchAsync("did-key-add", $"did key add authentication {SigningKey} --validity 90d");
        await RefusedAsync("wrong-did-key-present", 1, $"did key add authentication {SigningKey} --validity 90d");
        await RunAsync("did delegate add relay carol --validity 30d");
        await MatchAsync("did-show", $"did show {Did("alice")}");
        await MatchAsync("did-show-json", "did show --json");
        var resolved = (await RunAsync("did resolve --json")).Data.GetProperty("didDocument");
        Assert.Equal(Did("alice"), resolved.GetProperty("id").GetString());
        Assert.Equal(Did("bob"), resolved.GetProperty("service")[0].GetProperty("serviceEndpoint").GetString());
        Assert.Equal("did_not_found", (await Devnet.Cli.RunAsync("did resolve alice --version-id 100000000 --json")).FirstError.GetProperty("code").GetString());
        await MatchAsync("did-key-revoke", $"did key revoke {SigningKey}");
        await RefusedAsync("wrong-did-key-absent", 1, $"did key revoke {SigningKey}");
        await MatchAsync("did-service-remove", "did service remove SendingEdge");
        await RefusedAsync("wrong-did-service-absent", 1, "did service remove SendingEdge");
        await MatchAsync("did-delegate-revoke", "did delegate revoke relay carol");
        await RefusedAsync("wrong-did-delegate-absent", 1, "did delegate revoke relay carol");
        await MatchAsync("did-owner", "did owner dave");
        await RefusedAsync("wrong-did-not-owner", 1, $"did key add authentication {SigningKey}");
        await MatchAsync("did-deactivate", $"did deactivate --did {Did("alice")} --account dave");
        await RefusedAsync("wrong-did-deactivated", 1, $"did service add Mail mailto:a@example.org --did {Did("alice")} --account dave");
        await MatchAsync("did-show-deactivated", "did show");
        Assert.Matches(@"attribute set +did/svc/SendingEdge +did:sdn:[\s\S]+delegate revoked +relay +carol[\s\S]+owner changed[\s\S]+deactivated", (await RunAsync("did history")).Out);
        var last = (await RunAsync("did history alice --limit 2 --json")).Data;
        Assert.Equal(["owner changed", "deactivated"], Events(last));
        var earlier = (await RunAsync($"did history alice --limit 1 --before {last.GetProperty("events")[0].GetProperty("block").GetInt64()} --json")).Data;
        Assert.Equal(["delegate revoked"], Events(earlier));
    }

    [Fact]
    public async Task AnIdentityWithoutEtherIsMadeByASponsor()
    {
        Devnet.Home.Write("password.txt", "secret");
        var made = (await RunAsync($"did create dora --key {Key} --edge https://edge.example.org --identity-password-file password.txt --json")).Data;
        var did = made.GetProperty("did").GetString()!;
        var line = "did delegate add sigAuth bob --sign-only change.json --account dora --password-file password.txt";
        Snapshot.Match("did-sign-only", Devnet.Scrubbed((await RunAsync(line)).Transcript(line)).Replace(did, "<did>", StringComparison.Ordinal).Replace(made.GetProperty("address").GetString()!, "<address>", StringComparison.Ordinal));
        await RefusedAsync("wrong-did-file-exists", 2, line);

        await RunAsync("did submit change.json --account carol");
        Assert.Equal(1, (await Devnet.Cli.RunAsync("did submit change.json --account carol")).ExitCode);

        var shown = (await RunAsync($"did show {did} --json")).Data.GetProperty("entries").EnumerateArray().Select(entry => $"{entry.GetProperty("kind")} {entry.GetProperty("type")} {entry.GetProperty("value")}");
        Assert.Equal(
            [$"key X25519 agreement {Key}", "service SendingEdge https://edge.example.org", $"delegate sigAuth {Devnet.Node.Address("bob")}"],
            shown);
    }

    [Fact]
    public async Task LogsInAsOwnerAndAsDelegate()
    {
        var own = await RunAsync("did login edge.example.org --nonce 32891756abcd --lifetime 1h");
        Devnet.Home.Write("login.json", own.Out);
        await MatchAsync("did-verify", "did verify login.json --domain edge.example.org --nonce 32891756abcd");
        await RefusedAsync("wrong-did-verify-domain", 1, "did verify login.json --domain other.example.org");
        await RefusedAsync("wrong-did-verify-nonce", 1, "did verify login.json --nonce 00000000");
        await RefusedAsync("wrong-did-login-authority", 1, "did login edge.example.org --did alice --account bob");

        await RunAsync("did delegate add sigAuth bob");
        var piped = await RunAsync("did login edge.example.org --did alice --account bob --lifetime 1h --json");
        var verified = await Devnet.Cli.RunAsync("did verify - --json", piped.Out);
        Assert.Equal("delegate", verified.Succeeded().Data.GetProperty("right").GetString());
        Assert.Equal(Did("alice"), verified.Data.GetProperty("did").GetString());
        Assert.Equal(2, verified.Json.GetProperty("warnings").GetArrayLength());

        await RunAsync("did delegate revoke sigAuth bob");
        Assert.Equal("login_refused", (await Devnet.Cli.RunAsync("did verify - --json", piped.Out)).FirstError.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("key-malformed", 2, "did key add authentication 0x1234")]
    [InlineData("key-purpose", 2, "did key add signing " + SigningKey)]
    [InlineData("key-wrong-purpose", 2, "did key add agreement " + SigningKey)]
    [InlineData("service-type", 2, "did service add Sending-Edge https://edge.example.org")]
    [InlineData("service-endpoint", 2, "did service add Mail nowhere")]
    [InlineData("delegate-type", 2, "did delegate add admin bob")]
    [InlineData("delegate-unknown", 4, "did delegate add relay nobody")]
    [InlineData("validity", 2, "did delegate add relay bob --validity long")]
    [InlineData("malformed", 2, "did show did:sdn:123")]
    [InlineData("user-id-malformed", 2, "did show @sdn_123")]
    [InlineData("resolve-network", 2, "did resolve did:ethr:0x1:0x70997970C51812dc3A010C7d01b50e0d17dc79C8")]
    [InlineData("resolve-profile", 2, "did resolve alice --profile best")]
    [InlineData("resolve-time", 2, "did resolve alice --version-time yesterday")]
    [InlineData("owner-same", 1, "did owner alice")]
    [InlineData("lifetime-alone", 2, "did deactivate --lifetime 1h")]
    [InlineData("submit-missing", 2, "did submit nothing.json")]
    [InlineData("verify-missing", 2, "did verify nothing.json")]
    [InlineData("login-domain", 2, "did login https://edge.example.org/")]
    [InlineData("login-nonce", 2, "did login edge.example.org --nonce short")]
    [InlineData("history-limit", 2, "did history --limit 0")]
    public Task IsRefused(string what, int exitCode, string line) => RefusedAsync("wrong-did-" + what, exitCode, line);

    [Fact]
    public async Task AFileThatWasChangedIsRefused()
    {
        await RunAsync("did owner bob --sign-only altered.json");
        var file = Devnet.Home.File("altered.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(Devnet.Node.Address("bob"), Devnet.Node.Address("carol"), StringComparison.Ordinal));

        await RefusedAsync("wrong-did-submit-changed", 2, "did submit altered.json --account carol");
    }

    private static IEnumerable<string?> Events(System.Text.Json.JsonElement data) => data.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("event").GetString());

    private string Did(string name) => "did:sdn:" + Devnet.Node.Address(name)[2..].ToLowerInvariant();
}
