using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Sending.Chain.Formats;
using Sending.Chain.Identity.Login;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity.Login;

public class LoginMessageTests
{
    private const string Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    private const string Minimal = $"edge.example.org wants you to sign in with your Ethereum account:\n{Address}\n\n\nURI: did:sdn:70997970c51812dc3a010c7d01b50e0d17dc79c8\nVersion: 1\nChain ID: 31337\nNonce: 32891756abcd\nIssued At: 2026-11-25T09:30:00Z";

    private const string Full = $"""
        https://edge.example.org:8443 wants you to sign in with your Ethereum account:
        {Address}

        I accept the Terms of Service: https://edge.example.org/tos

        URI: did:sdn:70997970c51812dc3a010c7d01b50e0d17dc79c8
        Version: 1
        Chain ID: 31337
        Nonce: 32891756abcd
        Issued At: 2026-11-25T09:30:00.25+02:00
        Expiration Time: 2026-11-25T08:30:00Z
        Not Before: 2026-11-25T07:00:00.123456789Z
        Request ID: a%20b@c:1
        Resources:
        - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
        - https://[2001:db8::7]:443/a?b=c#d
        """;

    [Fact]
    public void Every_field_is_read()
    {
        var message = LoginMessage.Parse(Full);

        Assert.Equal(("https", "edge.example.org:8443", Address), (message.Scheme, message.Domain, message.Address));
        Assert.Equal("I accept the Terms of Service: https://edge.example.org/tos", message.Statement);
        Assert.Equal(("did:sdn:70997970c51812dc3a010c7d01b50e0d17dc79c8", 31337, "32891756abcd"), (message.Uri, message.ChainId, message.Nonce));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 7, 30, 0, 250, TimeSpan.Zero), message.IssuedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 8, 30, 0, TimeSpan.Zero), message.ExpirationTime);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 7, 0, 0, 123, 456, TimeSpan.Zero).AddTicks(7), message.NotBefore);
        Assert.Equal("a%20b@c:1", message.RequestId);
        Assert.Equal(2, message.Resources!.Count);
        Assert.Equal(Full, message.Text);
    }

    [Fact]
    public void What_is_left_out_is_null()
    {
        var message = LoginMessage.Parse(Minimal);

        Assert.Null(message.Scheme);
        Assert.Null(message.Statement);
        Assert.Null(message.ExpirationTime);
        Assert.Null(message.NotBefore);
        Assert.Null(message.RequestId);
        Assert.Null(message.Resources);
        Assert.Empty(LoginMessage.Parse(Minimal + "\nResources:").Resources!);
        Assert.Equal("", LoginMessage.Parse(Minimal + "\nRequest ID: ").RequestId);
    }

    /// <summary>Each breaks one rule of EIP-4361's ABNF, or of those that it refers to.</summary>
    [Theory]
    [InlineData(Minimal + "\n")]
    [InlineData(Minimal + "\n\n")]
    [InlineData(Minimal + "\nNot Before: 2026-11-25T07:00:00Z\nExpiration Time: 2026-11-25T08:30:00Z")]
    [InlineData(Minimal + "\nResources:\n- not a uri")]
    [InlineData(Minimal + "\nResources: \n- https://a")]
    [InlineData(Minimal + "\nRequest ID: a b")]
    [InlineData(Minimal + "\nExpiration Time: ")]
    [InlineData(Minimal + "\nSomething: else")]
    [InlineData("")]
    [InlineData("wants you to sign in with your Ethereum account:")]
    public void What_has_no_place_is_refused(string text) => Refused(text);

    [Theory]
    [InlineData("edge.example.org wants", " wants")]
    [InlineData("edge.example.org wants", "edge.example.org/x wants")]
    [InlineData("edge.example.org wants", "edge example.org wants")]
    [InlineData("edge.example.org wants", "://edge.example.org wants")]
    [InlineData("edge.example.org wants", "1https://edge.example.org wants")]
    [InlineData("edge.example.org wants", "[::g] wants")]
    [InlineData("edge.example.org wants", "edge.example.org:port wants")]
    [InlineData("edge.example.org wants", "edge.exämple.org wants")]
    [InlineData("account:", "Account:")]
    [InlineData("\n\n\nURI", "\n\nURI")]
    [InlineData("\n\n\nURI", "\n\n\n\nURI")]
    [InlineData("\n\n\nURI", "\n\ntwo\nlines\n\nURI")]
    [InlineData("\n\n\nURI", "\n\n\u00e4\n\nURI")]
    [InlineData("\n\n\nURI", "\n\n\"quoted\"\n\nURI")]
    [InlineData("0x7", "0X7")]
    [InlineData("dc3A010C", "dc3a010c")]
    [InlineData("URI: did:", "URI: did ")]
    [InlineData("URI: did:", "URI: 1did:")]
    [InlineData("URI: did:", "uri: did:")]
    [InlineData("Version: 1", "Version: 2")]
    [InlineData("Chain ID: 31337", "Chain ID: 0x7a69")]
    [InlineData("Chain ID: 31337", "Chain ID: ")]
    [InlineData("Nonce: 32891756abcd", "Nonce: 3289175")]
    [InlineData("Nonce: 32891756abcd", "Nonce: 32891756-abcd")]
    [InlineData("2026-11-25T09:30:00Z", "2026-11-25 09:30:00Z")]
    [InlineData("2026-11-25T09:30:00Z", "2026-11-25T09:30:00")]
    [InlineData("2026-11-25T09:30:00Z", "2026-11-31T09:30:00Z")]
    [InlineData("2026-11-25T09:30:00Z", "2026-11-25T25:30:00Z")]
    [InlineData("2026-11-25T09:30:00Z", "2026-11-25T09:30:00.Z")]
    [InlineData("\n", "\r\n")]
    public void What_is_malformed_is_refused(string part, string instead) => Refused(Minimal.Replace(part, instead, StringComparison.Ordinal));

    [Fact]
    public void A_long_text_is_refused() => Refused(Minimal + "\nRequest ID: " + new string('a', 20_000));

    [Fact]
    public void Any_text_is_read_or_refused() => Fuzz.Text([Minimal, Full], Read, error => error is FormatException);

    [Fact]
    public async Task Viem_reads_what_is_written_here_and_the_other_way_round()
    {
        var random = new Random(4361);
        var keys = Enumerable.Range(0, 20).Select(_ => EthECKey.GenerateKey()).ToList();
        var own = keys.ConvertAll(key => LoginMessage.Create(
            random.Next(2) == 0 ? "localhost:4361" : "edge.example.org",
            key.GetPublicAddress(),
            new Did(key.GetPublicAddress()),
            random.Next(1, 1 << 30),
            $"nonce{random.Next(1000, 9999)}",
            DateTimeOffset.FromUnixTimeSeconds(1_795_000_000 + random.Next()),
            DateTimeOffset.FromUnixTimeSeconds(1_795_000_000 + random.Next()),
            random.Next(2) == 0 ? null : "Log in, please: 100%!".Replace("%", "", StringComparison.Ordinal)));
        var foreign = keys.ConvertAll(key => new
        {
            key = key.GetPrivateKey(),
            chainId = random.Next(1, 1 << 30),
            domain = random.Next(2) == 0 ? "localhost:4361" : "edge.example.org",
            nonce = $"nonce{random.Next(1000, 9999)}",
            uri = $"did:sdn:{key.GetPublicAddress()[2..].ToLowerInvariant()}",
            issuedAt = "2026-11-25T09:30:00.125Z",
            expirationTime = random.Next(2) == 0 ? null : "2026-11-26T09:30:00Z",
            notBefore = random.Next(2) == 0 ? null : "2026-11-25T10:30:00Z",
            statement = random.Next(2) == 0 ? null : "Log in",
            scheme = random.Next(2) == 0 ? null : "https",
            requestId = random.Next(2) == 0 ? null : "some-id",
            resources = random.Next(2) == 0 ? null : new[] { "ipfs://a/b", "https://edge.example.org/tos" },
        });

        var answer = await NodeTools.RunAsync<JsonElement>("viem-siwe.mjs", new { create = foreign, parse = own.Select(message => message.Text) });

        foreach (var (message, read) in own.Zip(answer.GetProperty("parsed").EnumerateArray()))
        {
            Assert.Equal(
                (message.Domain, message.Address, message.Uri, (long)message.ChainId, message.Nonce, message.Statement, message.IssuedAt, message.ExpirationTime),
                (Text(read, "domain"), Text(read, "address"), Text(read, "uri"), read.GetProperty("chainId").GetInt64(), Text(read, "nonce"), Text(read, "statement"), read.GetProperty("issuedAt").GetDateTimeOffset(), read.GetProperty("expirationTime").GetDateTimeOffset()));
        }

        foreach (var ((item, key), made) in foreign.Zip(keys).Zip(answer.GetProperty("created").EnumerateArray()))
        {
            var message = LoginMessage.Parse(Text(made, "message")!);
            Assert.Equal(
                (item.domain, item.uri, item.chainId, item.nonce, item.statement, item.scheme, item.requestId),
                (message.Domain, message.Uri, (int)message.ChainId, message.Nonce, message.Statement, message.Scheme, message.RequestId));
            Assert.Equal(DateTimeOffset.Parse(item.issuedAt), message.IssuedAt);
            Assert.Equal(item.expirationTime is null ? null : DateTimeOffset.Parse(item.expirationTime), message.ExpirationTime);
            Assert.Equal(item.notBefore is null ? null : DateTimeOffset.Parse(item.notBefore), message.NotBefore);
            Assert.Equal(item.resources, message.Resources);
            Assert.Equal(Text(made, "address"), AccountSignature.Recover(message.Digest(), Text(made, "signature")!.HexToByteArray()));
            Assert.Equal(Text(made, "signature"), message.Sign(key).ToHex(true));
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void Refused(string text)
    {
        Assert.Throws<FormatException>(() => LoginMessage.Parse(text));
        Assert.False(LoginMessage.TryParse(text, out _));
    }

    /// <summary>What is read is kept to the letter, and its parts stand in it as they were read.</summary>
    private static void Read(string text)
    {
        var message = LoginMessage.Parse(text);
        Assert.Equal(text, message.ToString());
        Assert.StartsWith($"{(message.Scheme is { } scheme ? scheme + "://" : "")}{message.Domain} wants you", text);
        Assert.Contains($"\nURI: {message.Uri}\nVersion: 1\nChain ID: ", text);
        Assert.Contains($"\nNonce: {message.Nonce}\nIssued At: ", text);
        Assert.EndsWith(string.Concat(message.Resources?.Select(resource => "\n- " + resource) ?? []), text);
    }
}
