using Microsoft.AspNetCore.Http;
using Sending.Chain.Work;
using Sending.Testing.Http;
using Sending.Testing.Work;

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
        var fetched = await FetchAsync(repeats.Url, empty.Url, huge.Url, many.Url, text.Url, new Uri("http://127.0.0.1:1/"));

        Assert.Null(fetched.Set);
        Assert.Equal(6, fetched.Failures.Count);
        Assert.Equal("gives leaves from 0 on, not from 1000", fetched.Failures[0].Reason);
        Assert.Equal("gives a page without leaves", fetched.Failures[1].Reason);
        Assert.Equal($"sends more than {LeafPage.MaxBytes} bytes", fetched.Failures[2].Reason);
        Assert.Equal("has 1000000 leaves; more than 100000 are not read", fetched.Failures[3].Reason);
        Assert.StartsWith("The document is not valid JSON", fetched.Failures[4].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_slow_is_left_for_the_next()
    {
        await using var silent = new DocumentHost(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return null;
        });
        var place = 0;
        await using var drips = new DocumentHost(async (_, stop) =>
        {
            await Task.Delay(150, stop);
            return new LeafPage(Set.Header, place, [Set.Leaves[place++]]).ToJson();
        });
        var hasty = new LeafClientOptions { PageTimeout = TimeSpan.FromSeconds(0.4), SetTimeout = TimeSpan.FromSeconds(0.8) };
        var fetched = await new LeafClient(_http, hasty, TimeProvider.System).FetchAsync(Set.Header, [silent.Url, drips.Url], default);

        // By leaves that come one after another it would take more than six minutes.
        Assert.Equal((null, "does not answer within 0 s"), (fetched.Set, fetched.Failures[0].Reason));
        Assert.StartsWith("does not ", fetched.Failures[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_do_not_fit_together_or_hold_what_no_leaf_has_are_not_taken()
    {
        var honest = LeafMaker.Honest(3);
        var page = System.Text.Encoding.UTF8.GetString(new LeafPage(honest.Header, 0, honest.Leaves).ToJson());
        var signature = Convert.ToHexStringLower(honest.Leaves[1].Signature);
        (string From, string To, string Reason)[] lies =
        [
            ("\"next\":null", "\"next\":1", "The page's places do not fit together."),
            ("\"count\":3", "\"count\":2", "The page's places do not fit together."),
            ("\"count\":3", "\"count\":-3", "count"),
            ("\"from\":0", "\"from\":4", "from"),
            (honest.Root, Set.Root, $"gives the leaves of {Set.Root}"),
            ($"\"units\":{honest.Leaves[1].Units},", "\"units\":9,", "gives other leaves than those of the root"),
            ($"\"units\":{honest.Leaves[1].Units},", "\"units\":18446744073709551615,", "do not fit 64"),
            ($"\"units\":{honest.Leaves[1].Units},", "\"units\":18446744073709551616,", "units"),
            (signature, signature[2..], "gives other leaves than those of the root"),
            (signature, new string('a', 2 * (SignedLeaf.MaxSignature + 1)), "signature"),
            (honest.Leaves[1].Client[2..], honest.Leaves[1].Client[4..], "client"),
        ];
        foreach (var (from, to, reason) in lies)
        {
            Assert.Contains(from, page, StringComparison.Ordinal);
            await using var liar = new DocumentHost((_, _) => Task.FromResult<byte[]?>(System.Text.Encoding.UTF8.GetBytes(page.Replace(from, to, StringComparison.Ordinal))));
            var fetched = await Client().FetchAsync(honest.Header, [liar.Url], default);
            Assert.True(fetched.Set is null, $"{to} is taken.");
            Assert.Contains(reason, Assert.Single(fetched.Failures).Reason, StringComparison.OrdinalIgnoreCase);
        }
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

    private LeafClient Client() => new(_http, new LeafClientOptions { MaxLeaves = 100_000, PageTimeout = TimeSpan.FromMinutes(1) }, TimeProvider.System);

    private Task<LeafFetch> FetchAsync(params Uri[] sources) => Client().FetchAsync(Set.Header with { Count = 0 }, sources, default);
}
