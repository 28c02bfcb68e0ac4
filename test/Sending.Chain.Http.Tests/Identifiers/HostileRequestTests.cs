using System.Net;
using System.Net.Sockets;
using System.Text;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.Identifiers;

/// <summary>Requests that nobody sends in good faith: each is refused with a reason, none breaks the server.</summary>
[Collection(ServedDevnetGroup.Name)]
public class HostileRequestTests(ServedDevnet served)
{
    private const int Requests = 3_000;

    private static readonly string[] s_pieces =
    [
        "did:", "sdn:", "ethr:", "web:", "0x7a69:", "f39fd6e51aad88f6f4ce6ab8827279cfffb92266", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "%", "%2", "%2F", "%2f..", "%00", "%ff", "%zz", "%25", "%253A",
        "/", "//", "..", "?", "&", "#", "=", ";", ":", "versionId=", "versionTime=", "service=", "1", "-1", "99999999999999999999999999", "2025-10-07T14:30:00Z", "%3FversionId%3D1", "é", "🔥", " ", "\"", "\\", "{did}", "*", "@sdn_", "%23keys-1",
    ];

    private static readonly string[] s_accept =
    [
        "application/did", "application/did-resolution", "application/ld+json", ";profile=", "\"https://w3id.org/did-resolution\"", ";q=", "0.5", "1.1", "-1", "1e400", "NaN", ",", ";", "*/*", "*", "application/*", "text/html", "\"", "\\", "=", " ", "\t", "a", "/",
    ];

    [Fact]
    public async Task NoRequestBreaksTheServer()
    {
        var random = new Seeded();
        string Draw(string[] pieces, int most) => string.Concat(Enumerable.Range(0, random.Below(most)).Select(_ => pieces[random.Below(pieces.Length)]));

        for (var request = 0; request < TestScale.Of(Requests); request++)
        {
            var (target, accept) = ($"/1.0/identifiers/{Draw(s_pieces, 12)}", Draw(s_accept, 10));
            var method = random.Below(10) == 0 ? "HEAD" : "GET";
            var status = await RawAsync($"{method} {target.Replace(" ", "%20", StringComparison.Ordinal)} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nConnection: close\r\n\r\n");
            Assert.True(status is (>= 200 and < 500) or 501, $"Seed {random.Seed}: {method} {target} with Accept: {accept} got {status}.");
        }

        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync(served.Changed)).Status);
    }

    [Fact]
    public async Task WhatIsTooLongIsRefused()
    {
        var longDid = await served.GetAsync("did:sdn:" + new string('a', 3_000));
        Assert.Equal(HttpStatusCode.BadRequest, longDid.Status);
        Assert.Equal("INVALID_DID", longDid.ErrorName);
        Assert.True(longDid.Body.Length < 1_000);

        Assert.Equal(414, await RawAsync($"GET /1.0/identifiers/did:sdn:{new string('a', 20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        Assert.Equal(431, await RawAsync($"GET /1.0/identifiers/{served.Changed} HTTP/1.1\r\nHost: localhost\r\nAccept: {new string('a', 40_000)}\r\n\r\n"));
    }

    [Fact]
    public async Task ManyOptionsAreReadOnceAndIgnored()
    {
        var options = string.Join('&', Enumerable.Range(0, 500).Select(number => $"o{number}={number}"));
        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync($"{served.Changed}?{options}")).Status);
    }

    /// <summary>Without a client library, which would mend the request.</summary>
    private async Task<int> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, served.Http.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
