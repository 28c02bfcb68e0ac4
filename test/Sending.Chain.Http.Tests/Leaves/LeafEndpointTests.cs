using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Http.Leaves;
using Sending.Chain.Http.Tests.Support;
using Sending.Chain.Rpc;
using Sending.Chain.Work;
using Sending.Testing.Http;
using Sending.Testing.Work;

namespace Sending.Chain.Http.Tests.Leaves;

/// <summary>Leaves and proofs to anybody, sound or not, over a real store; who asks for nonsense is told so.</summary>
public sealed class LeafEndpointTests : IAsyncLifetime
{
    /// <summary>Three pages. Nothing looks at signatures here, so two clients are enough.</summary>
    private static readonly LeafSet s_large = LeafMaker.AsIs([.. Enumerable.Range(0, 2_500).Select(place => LeafMaker.Honest(2).Leaves[0] with { Units = (ulong)place + 1 })]);

    private static readonly LeafSet s_small = LeafMaker.Honest(5);
    private static readonly string s_unknown = "0x" + new string('7', 64);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private SqliteLeafStore _store = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _store = SqliteLeafStore.Open(_folder.File("leaves.db"), new ChainIdentity(31337, "0x" + new string('1', 40), "0x" + new string('2', 64)));
        await _store.SaveAsync(s_large, default);
        await _store.SaveAsync(s_small, default);
        _server = await TestServer.StartAsync(app => new LeafEndpoints(_store).Map(app));
        _http.BaseAddress = _server.Url;
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ASetComesInPages()
    {
        var places = new List<int>();
        for (int? next = 0; next is { } from;)
        {
            var page = (await SendAsync($"/v1/leaves/{s_large.Root}?from={from}")).Json;
            Assert.Equal((s_large.Root, s_large.Epoch, s_large.Edge), (page.GetProperty("root").GetString(), page.GetProperty("epoch").GetInt64(), page.GetProperty("edge").GetString()));
            Assert.Equal((s_large.Units, 2_500, from), (page.GetProperty("units").GetUInt64(), page.GetProperty("count").GetInt32(), page.GetProperty("from").GetInt32()));
            places.Add(page.GetProperty("leaves").GetArrayLength());
            Assert.Equal((ulong)from + 1, page.GetProperty("leaves")[0].GetProperty("units").GetUInt64());
            next = page.GetProperty("next") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
        }

        Assert.Equal([1_000, 1_000, 500], places);
        var few = LeafPage.Parse(Body(await SendAsync($"/v1/leaves/{s_large.Root}?limit=3&from=2498")));
        Assert.Equal((2, null), (few.Leaves.Count, few.Next));
        var beyond = LeafPage.Parse(Body(await SendAsync($"/v1/leaves/{s_large.Root}?from={int.MaxValue}")));
        Assert.Equal((0, null), (beyond.Leaves.Count, beyond.Next));

        // Digits of a root may be large.
        Assert.Equal(HttpStatusCode.OK, (await SendAsync($"/v1/leaves/0x{s_large.Root[2..].ToUpperInvariant()}")).Status);
    }

    [Fact]
    public async Task TheClientReadsWhatIsServed()
    {
        var client = new LeafClient(_http, new LeafClientOptions(), TimeProvider.System);
        var fetched = (await client.FetchAsync(s_large.Header with { Count = 0 }, [_server.Url], default)).Set!;
        Assert.Equal((s_large.Root, 2_500), (LeafMaker.AsIs(fetched.Leaves).Root, fetched.Leaves.Count));
    }

    [Fact]
    public async Task TheClientBelievesNoProofThatDoesNotLeadToTheRoot()
    {
        var (tree, silent) = (s_small.ToTree(), new Uri("http://127.0.0.1:1"));
        await using var liar = await TestServer.StartAsync(app => app.MapFallback(context => context.Response.Body.WriteAsync(s_small.EvidenceOf(tree, 0).ToJson(unit: 14)).AsTask()));
        var client = new LeafProofClient(_http, LeafMaker.Domain, TimeProvider.System);
        var commitment = new IndexedCommitment(s_small.Epoch, s_small.Edge, s_small.Root, (long)s_small.Units, DateTimeOffset.UnixEpoch, 1, false, false, null, null);
        for (var unit = 0UL; unit < s_small.Units; unit++)
        {
            var evidence = await client.GetAsync(commitment, unit, [liar.Url, silent, _server.Url], default);
            Assert.True(evidence.Covers(tree.Root, s_small.Units, unit));
        }

        // Nor one of another Edge's receipts, nor any for units that are none.
        foreach (var (wrong, unit) in new[] { (commitment with { Edge = s_small.Leaves[0].Client }, 3UL), (commitment with { Epoch = 8 }, 3UL), (commitment, s_small.Units) })
        {
            var refused = await Assert.ThrowsAsync<SendingException>(() => client.GetAsync(wrong, unit, [liar.Url, silent, _server.Url], default));
            Assert.Equal((ErrorCode.CheckFailed, "proof"), (refused.Code, refused.Details["check"]));
            Assert.Contains($"{liar.Url.AbsoluteUri.TrimEnd('/')} shows a leaf that does not prove it", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/v1/leaves/0x12")]
    [InlineData("/v1/leaves/latest")]
    [InlineData("/v1/leaves/{root}0")]
    [InlineData("/v1/leaves/{root}?from=-1")]
    [InlineData("/v1/leaves/{root}?from=1.5")]
    [InlineData("/v1/leaves/{root}?from=%201")]
    [InlineData("/v1/leaves/{root}?from=")]
    [InlineData("/v1/leaves/{root}?from=1&from=2")]
    [InlineData("/v1/leaves/{root}?from=2147483648")]
    [InlineData("/v1/leaves/{root}?limit=0")]
    [InlineData("/v1/leaves/{root}?limit=1001")]
    [InlineData("/v1/leaves/{root}/proof")]
    [InlineData("/v1/leaves/{root}/proof?unit=first")]
    [InlineData("/v1/leaves/{root}/proof?unit=18446744073709551616")]
    [InlineData("/v1/leaves/0x12/proof?unit=1")]
    public async Task WhatIsMalformedIsNamed(string path) => AssertProblem(await SendAsync(path.Replace("{root}", s_small.Root, StringComparison.Ordinal)), HttpStatusCode.BadRequest, "malformed");

    [Fact]
    public async Task WhatIsNotKeptIsNotFound()
    {
        AssertProblem(await SendAsync($"/v1/leaves/{s_unknown}"), HttpStatusCode.NotFound, "unknown-root");
        AssertProblem(await SendAsync($"/v1/leaves/{s_unknown}/proof?unit=0"), HttpStatusCode.NotFound, "unknown-root");
        var beyond = await SendAsync($"/v1/leaves/{s_small.Root}/proof?unit={s_small.Units}");
        AssertProblem(beyond, HttpStatusCode.NotFound, "unknown-unit");
        Assert.Equal(s_small.Units, beyond.Json.GetProperty("units").GetUInt64());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync($"/v1/leaves/{s_small.Root}", "POST")).Status);
    }

    [Fact]
    public async Task WhatBelongsToARootMayBeKeptForEver()
    {
        foreach (var path in new[] { $"/v1/leaves/{s_small.Root}?from=1", $"/v1/leaves/{s_small.Root}/proof?unit=3" })
        {
            var answer = await SendAsync(path);
            Assert.Equal(("\"" + s_small.Root + "\"", "public, max-age=31536000, immutable", "application/json"), (answer.ETag, answer.CacheControl, answer.MediaType));
            foreach (var known in new[] { answer.ETag!, "W/" + answer.ETag, "*" })
            {
                var again = await SendAsync(path, ifNoneMatch: known);
                Assert.Equal((HttpStatusCode.NotModified, "", answer.ETag), (again.Status, again.Body, again.ETag));
            }

            Assert.Equal(HttpStatusCode.OK, (await SendAsync(path, ifNoneMatch: "\"other\"")).Status);
            var head = await SendAsync(path, "HEAD");
            Assert.Equal((HttpStatusCode.OK, "", answer.Headers["Content-Length"]), (head.Status, head.Body, head.Headers["Content-Length"]));
        }
    }

    [Fact]
    public async Task TheLeavesOfACheatAreServedAndProvenAsTheyAre()
    {
        var leaves = s_small.Leaves;
        var disorder = LeafMaker.AsIs([leaves[0], leaves[2], leaves[1], leaves[1]]);
        await _store.SaveAsync(disorder, default);
        var second = LeafEvidence.Parse(Body(await SendAsync($"/v1/leaves/{disorder.Root}/proof?unit={leaves[0].Units}")));
        Assert.Equal((leaves[2].Client, leaves[0].Units), (second.Leaf.Client, second.Left));
        Assert.True(second.Covers(disorder.ToTree().Root, disorder.Units, second.Left));

        // Somebody committed to more units than the leaves have, and another to fewer: neither makes a proof fail, nor the server.
        foreach (var (claimed, clients) in new[] { (1_000_000UL, 6), (1UL, 7) })
        {
            var set = LeafMaker.Honest(clients);
            await _store.SaveAsync(set with { Units = claimed }, default);
            var last = LeafEvidence.Parse(Body(await SendAsync($"/v1/leaves/{set.Root}/proof?unit={set.Units - 1}")));
            Assert.True(last.Covers(set.ToTree().Root, set.Units, set.Units - 1));
            AssertProblem(await SendAsync($"/v1/leaves/{set.Root}/proof?unit={set.Units}"), HttpStatusCode.NotFound, "unknown-unit");
        }
    }

    [Fact]
    public async Task SoManyWaitForProofsAndNoMore()
    {
        var gate = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(app => new LeafEndpoints(new SlowStore(_store, gate.Task)).Map(app));
        var asking = Enumerable.Range(0, 40).Select(_ => _http.GetAsync(new Uri(server.Url, $"/v1/leaves/{s_large.Root}/proof?unit=7"))).ToList();

        // Eight of them are sent away at once.
        for (var sentAway = 0; sentAway < 8; sentAway++)
        {
            var first = await Task.WhenAny(asking);
            asking.Remove(first);
            using var response = await first;
            AssertProblem(await Answer.OfAsync(response), HttpStatusCode.ServiceUnavailable, "busy");
            Assert.NotNull(response.Headers.RetryAfter);
        }

        gate.SetResult();
        foreach (var response in await Task.WhenAll(asking))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            response.Dispose();
        }
    }

    private static void AssertProblem(Answer answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, Answer.Problem, "no-store"), (answer.Status, answer.MediaType, answer.CacheControl));
        Assert.Equal((code, (int)status), (answer.Json.GetProperty("code").GetString(), answer.Json.GetProperty("status").GetInt32()));
    }

    private static byte[] Body(Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return System.Text.Encoding.UTF8.GetBytes(answer.Body);
    }

    private async Task<Answer> SendAsync(string path, string method = "GET", string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (ifNoneMatch is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch));
        }

        using var response = await _http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>The store on a slow disk.</summary>
    private sealed class SlowStore(ILeafStore store, Task gate) : ILeafStore
    {
        public ValueTask<LeafSetHeader?> FindAsync(string root, CancellationToken cancellationToken) => store.FindAsync(root, cancellationToken);

        public async ValueTask<IReadOnlyList<SignedLeaf>> ReadAsync(string root, int from, int count, CancellationToken cancellationToken)
        {
            await gate.WaitAsync(cancellationToken);
            return await store.ReadAsync(root, from, count, cancellationToken);
        }

        public ValueTask SaveAsync(LeafSet set, CancellationToken cancellationToken) => store.SaveAsync(set, cancellationToken);

        public ValueTask ForgetAsync(long epoch, CancellationToken cancellationToken) => store.ForgetAsync(epoch, cancellationToken);
    }
}
