using System.Net;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.Identifiers;

/// <summary>ETag and Cache-Control (RFC 9110, 13; RFC 9111), HEAD and other origins.</summary>
[Collection(ServedDevnetGroup.Name)]
public class CachingTests(ServedDevnet served)
{
    [Fact]
    public async Task WhatIsKnownIsNotSentAgain()
    {
        var answer = await served.GetAsync(served.Changed);
        foreach (var known in new[] { answer.ETag!, $"W/{answer.ETag}", $"\"other\", {answer.ETag}", "*" })
        {
            var again = await served.GetAsync(served.Changed, ifNoneMatch: known);
            Assert.Equal(HttpStatusCode.NotModified, again.Status);
            Assert.Equal("", again.Body);
            Assert.Equal(answer.ETag, again.ETag);
            Assert.Equal("Accept", again.Headers["Vary"]);
        }

        foreach (var other in new[] { "\"other\"", "nonsense", answer.ETag!.Trim('"') })
        {
            Assert.Equal(HttpStatusCode.OK, (await served.GetAsync(served.Changed, ifNoneMatch: other)).Status);
        }

        // What was gone is told again, whatever is known of it.
        var gone = await served.GetAsync(served.Deactivated);
        Assert.Equal(HttpStatusCode.Gone, (await served.GetAsync(served.Deactivated, ifNoneMatch: gone.ETag)).Status);
    }

    [Fact]
    public async Task AChangeHasAnotherTag()
    {
        var did = served.Identity("carol");
        var before = await served.GetAsync(did);
        Assert.NotEqual(before.ETag, (await served.GetAsync(did, "application/did")).ETag);

        await served.ChangeAsync("carol", "changed");

        var after = await served.GetAsync(did, ifNoneMatch: before.ETag);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.NotEqual(before.ETag, after.ETag);
    }

    [Fact]
    public async Task OnlyAVersionWithASuccessorMayBeKept()
    {
        Assert.Equal("public, no-cache", (await served.GetAsync(served.Changed)).CacheControl);
        Assert.Equal("public, no-cache", (await served.GetAsync(served.Untouched)).CacheControl);
        Assert.Equal("public, no-cache", (await served.GetAsync(served.Deactivated)).CacheControl);
        Assert.Equal("public, no-cache", (await served.GetAsync($"{served.Changed}?versionId={served.Versions[1]}")).CacheControl);
        Assert.Equal("public, max-age=3600", (await served.GetAsync($"{served.Changed}?versionId={served.Versions[0]}")).CacheControl);
        Assert.Equal("public, max-age=3600", (await served.GetAsync($"{served.Changed}?versionTime=2025-10-07T14:30:00Z")).CacheControl);
        Assert.Equal("no-store", (await served.GetAsync("did:example")).CacheControl);
        Assert.Equal("no-store", (await served.GetAsync(served.Changed, "text/html")).CacheControl);
    }

    [Fact]
    public async Task HeadSaysWhatGetWouldAndSendsNothing()
    {
        foreach (var (identifier, accept) in new[] { (served.Changed, null), (served.Deactivated, "application/did"), ("did:example", null), (served.Changed, "text/html") })
        {
            var get = await served.GetAsync(identifier, accept);
            var head = await served.GetAsync(identifier, accept, "HEAD");
            Assert.Equal(get.Status, head.Status);
            Assert.Equal("", head.Body);
            Assert.Equal(
                get.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal),
                head.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task PagesOfAnyOriginMayRead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/1.0/identifiers/{served.Changed}");
        request.Headers.Add("Origin", "https://wallet.example.org");
        using var response = await served.Http.SendAsync(request);
        var answer = await Answer.OfAsync(response);
        Assert.Equal("*", answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("ETag", answer.Headers["Access-Control-Expose-Headers"]);

        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"/1.0/identifiers/{served.Changed}");
        preflight.Headers.Add("Origin", "https://wallet.example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "accept,if-none-match");
        using var allowed = await served.Http.SendAsync(preflight);
        answer = await Answer.OfAsync(allowed);
        Assert.Equal("*", answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Contains("if-none-match", answer.Headers["Access-Control-Allow-Headers"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OtherMethodsAreNotAllowed()
    {
        foreach (var method in new[] { "POST", "PUT", "DELETE", "PATCH" })
        {
            var answer = await served.GetAsync(served.Changed, method: method);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.Equal("GET, HEAD", answer.Headers["Allow"]);
            Assert.Equal(405, answer.Json.GetProperty("status").GetInt32());
        }

        Assert.Equal(404, (await served.SendAsync("/nowhere")).Json.GetProperty("status").GetInt32());
    }
}
