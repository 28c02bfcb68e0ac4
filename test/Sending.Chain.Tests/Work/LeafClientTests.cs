using Microsoft.AspNetCore.Http;
using Sending.Chain.Work;
using Sending.Testing.Http;

namespace Sending.Chain.Tests.Work;

public sealed class LeafClientTests : IDisposable
{
    private static readonly LeafSet Set = LeafMaker.AsIs([.. Enumerable.Repeat(LeafMaker.Honest(3).Leaves[0], 2_500)]);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_set_comes_page_by_page_from_the_first_source_that_gives_it()
    {
        await using var without = new DocumentHost((_, _) => Task.FromResult<byte[]?>(null));
        await using var good = Serving(Set);
        var fetched = await FetchAsync(without.Url, new Uri(good.Url, "base/"));

        Assert.Equal(Set.Leaves.Count, fetched.Set!.Leaves.Count);
        Assert.Equal((Set.Root, 3), (LeafMaker.AsIs(fetched.Set.Leaves).Root, good.Requests));
        Assert.Equal(("answers 404", without.Url), (Assert.Single(fetched.Failures).Reason, fetched.Failures[0].Source));
    }

    [Fact]
    public async Task Other_leaves_than_those_of_the_root_are_not_taken()
    {
        var other = Set with { Leaves = [.. Set.Leaves.Skip(1)] };
        await using var liar = Serving(other);

        var fetched = await FetchAsync(liar.Url);
        Assert.Null(fetched.Set);
        Assert.Equal("gives other leaves than those of the root", Assert.Single(fetched.Failures).Reason);
    }

    [Fact]
    public async Task A_source_cannot_make_one_read_for_ever()
    {
        var page = new LeafPage(Set.Header, 0, [.. Set.Leaves.Take(1000)]);
        await using var repeats = new DocumentHost((_, _) => Task.FromResult<byte[]?>(page.ToJson()));
        await using var empty = new DocumentHost((_, _) => Task.FromResult<byte[]?>((page with { Leaves = [] }).ToJson()));
        await using var huge = new DocumentHost((_, _) => Task.FromResult<byte[]?>(new byte[LeafPage.MaxBytes + 1]));
        await using var many = new DocumentHost((_, _) => Task.FromResult<byte[]?>((page with { Header = Set.Header with { Count = 1_000_000 } }).ToJson()));
        await using var text = new DocumentHost((_, _) => Task.FromResult<byte[]?>("<html>"u8.ToArray()));
        await using var silent = new DocumentHost(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return null;
        });
        var fetched = await FetchAsync(repeats.Url, empty.Url, huge.Url, many.Url, text.Url, silent.Url, new Uri("http://127.0.0.1:1/"));

        Assert.Null(fetched.Set);
        Assert.Equal(7, fetched.Failures.Count);
        Assert.Equal("gives leaves from 0 on, not from 1000", fetched.Failures[0].Reason);
        Assert.Equal("gives a page without leaves", fetched.Failures[1].Reason);
        Assert.Equal($"sends more than {LeafPage.MaxBytes} bytes", fetched.Failures[2].Reason);
        Assert.Equal("has 1000000 leaves; more than 100000 are not read", fetched.Failures[3].Reason);
        Assert.StartsWith("The document is not valid JSON", fetched.Failures[4].Reason, StringComparison.Ordinal);
        Assert.Equal("does not answer within 5 s", fetched.Failures[5].Reason);
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_of_a_failure()
    {
        using var stop = new CancellationTokenSource();
        await using var silent = new DocumentHost(async (_, ended) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ended);
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client().FetchAsync(Set.Header, [silent.Url], stop.Token));
    }

    private static DocumentHost Serving(LeafSet set) => new((request, _) => Task.FromResult(Page(set, request)));

    private static byte[]? Page(LeafSet set, HttpRequest request)
    {
        var from = int.Parse(request.Query["from"]!, System.Globalization.CultureInfo.InvariantCulture);
        var limit = int.Parse(request.Query["limit"]!, System.Globalization.CultureInfo.InvariantCulture);
        return request.Path.Value!.EndsWith("/v1/leaves/" + set.Root, StringComparison.Ordinal)
            ? new LeafPage(set.Header, from, [.. set.Leaves.Skip(from).Take(limit)]).ToJson()
            : null;
    }

    private LeafClient Client() => new(_http, new LeafClientOptions { MaxLeaves = 100_000, PageTimeout = TimeSpan.FromSeconds(5) }, TimeProvider.System);

    private Task<LeafFetch> FetchAsync(params Uri[] sources) => Client().FetchAsync(Set.Header with { Count = 0 }, sources, default);
}
