using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Testing;

namespace Sending.Chain.Tests.Rpc;

/// <summary>That the proxy does what other tests build on, seen from the outside by plain HTTP.</summary>
[Collection(DevnetCollection.Name)]
public sealed class FaultyRpcTests(DevnetFixture devnet) : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly FaultyRpc _rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);

    [Fact]
    public async Task Passes_and_counts()
    {
        Assert.Equal("0x7a69", (string?)await ResultAsync("eth_chainId"));
        var call = Assert.Single(_rpc.Calls);
        Assert.Equal(("eth_chainId", Fault.Pass, 1), (call.Method, call.Fault, call.Forwarded));
    }

    [Fact]
    public async Task Drops_before_or_after_forwarding()
    {
        _rpc.On("eth_chainId").Once(Fault.Drop).Once(Fault.ForwardThenDrop);
        await Assert.ThrowsAsync<HttpRequestException>(() => ResultAsync("eth_chainId"));
        await Assert.ThrowsAsync<HttpRequestException>(() => ResultAsync("eth_chainId"));
        Assert.NotNull(await ResultAsync("eth_chainId"));
        Assert.Equal([0, 1, 1], _rpc.Calls.Select(call => call.Forwarded));
    }

    [Fact]
    public async Task Breaks_halves_and_doubles_answers()
    {
        _rpc.On().Once(Fault.BreakAnswer).Once(Fault.HalfAnswer).Once(Fault.AnswerTwice).Once(Fault.ForwardTwice);
        await Assert.ThrowsAsync<HttpRequestException>(() => ResultAsync("eth_chainId"));
        Assert.False(IsJson((await PostAsync("eth_chainId")).Body));
        Assert.False(IsJson((await PostAsync("eth_chainId")).Body));
        Assert.NotNull(await ResultAsync("eth_chainId"));
        Assert.Equal(2, _rpc.Calls[^1].Forwarded);
    }

    [Fact]
    public async Task Answers_with_http_errors_and_errors_of_the_node()
    {
        _rpc.On("eth_blockNumber")
            .Once(Fault.TooManyRequests(TimeSpan.FromSeconds(7)))
            .Once(Fault.BadGateway)
            .Once(Fault.Refuse(RpcRefusal.NonceTooLow))
            .Once(Fault.ForwardThenRefuse(RpcRefusal.AlreadyKnown));
        var (tooMany, _) = await PostAsync("eth_blockNumber");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (tooMany.StatusCode, tooMany.Headers.RetryAfter!.Delta));
        Assert.Equal("text/html", (await PostAsync("eth_blockNumber")).Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("nonce too low", (await PostAsync("eth_blockNumber")).Body, StringComparison.Ordinal);
        Assert.Contains("already known", (await PostAsync("eth_blockNumber")).Body, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0, 1], _rpc.Calls.Select(call => call.Forwarded));
    }

    [Fact]
    public async Task A_batch_is_taken_apart()
    {
        var batch = """[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},{"jsonrpc":"2.0","id":2,"method":"net_version"}]""";
        _rpc.On("net_version").Once(Fault.Refuse(-1, "no")).Once(Fault.TooManyRequests());
        var items = JsonNode.Parse((await PostTextAsync(batch)).Body)!.AsArray();
        Assert.Equal(("0x7a69", "no"), ((string?)items[0]!["result"], (string?)items[1]!["error"]!["message"]));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostTextAsync(batch)).Response.StatusCode);
        Assert.Equal(2, _rpc.Count("eth_chainId"));
    }

    [Fact]
    public async Task The_newest_rule_with_something_left_counts_and_rules_are_forgotten()
    {
        _rpc.On().Always(Fault.Result("old"));
        _rpc.On("eth_chainId").Once(Fault.Result("new"));
        Assert.Equal("new", (string?)await ResultAsync("eth_chainId"));
        Assert.Equal("old", (string?)await ResultAsync("eth_chainId"));
        _rpc.Behave();
        Assert.Equal("0x7a69", (string?)await ResultAsync("eth_chainId"));
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_faults()
    {
        var draws = new List<string>();
        for (var round = 0; round < 2; round++)
        {
            _rpc.Behave();
            _rpc.Random(7, (Fault.Refuse(-1, "a"), 0.3), (Fault.Refuse(-1, "b"), 0.3));
            for (var i = 0; i < 20; i++)
            {
                await PostAsync("eth_chainId");
            }

            draws.Add(string.Join(' ', _rpc.Calls.TakeLast(20).Select(call => call.Fault.Name)));
        }

        Assert.Equal(draws[0], draws[1]);
        Assert.Equal(3, draws[0].Split(' ').Distinct().Count());
    }

    [Fact]
    public async Task A_lagging_node_agrees_with_itself()
    {
        var hash = (await devnet.SendAsync(
            await devnet.Planner.PrepareTransferAsync("0x000000000000000000000000000000000000c0De", 5, devnet.Address("alice"), default),
            await devnet.UnlockAsync("alice"))).Hash;
        Assert.NotNull(await ResultAsync("eth_getTransactionReceipt", hash));
        var height = Height((await ResultAsync("eth_getTransactionReceipt", hash))!["blockNumber"]);

        _rpc.Head = _ => height - 1;
        _rpc.Finalized = _ => height - 3;
        Assert.Equal(height - 1, Height(await ResultAsync("eth_blockNumber")));
        Assert.Equal(height - 1, Height((await ResultAsync("eth_getBlockByNumber", "latest", false))!["number"]));
        Assert.Equal(height - 3, Height((await ResultAsync("eth_getBlockByNumber", "finalized", false))!["number"]));
        Assert.Null(await ResultAsync("eth_getBlockByNumber", $"0x{height:x}", false));
        Assert.Null(await ResultAsync("eth_getTransactionReceipt", hash));
        Assert.Null(await ResultAsync("eth_getTransactionByHash", hash));
        var before = Height(await ResultAsync("eth_getTransactionCount", devnet.Address("alice"), "latest"));
        _rpc.Head = null;
        Assert.Equal(before + 1, Height(await ResultAsync("eth_getTransactionCount", devnet.Address("alice"), "latest")));
    }

    [Fact]
    public async Task Another_chain_id_is_told()
    {
        _rpc.ChainId = 5;
        Assert.Equal("0x5", (string?)await ResultAsync("eth_chainId"));
        Assert.Equal("5", (string?)await ResultAsync("net_version"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _rpc.DisposeAsync();
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static long Height(JsonNode? number) => Convert.ToInt64((string)number!, 16);

    private async Task<JsonNode?> ResultAsync(string method, params JsonNode[] parameters) => JsonNode.Parse((await PostAsync(method, parameters)).Body)!["result"];

    private Task<(HttpResponseMessage Response, string Body)> PostAsync(string method, params JsonNode[] parameters)
        => PostTextAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = new JsonArray(parameters) }.ToJsonString());

    private async Task<(HttpResponseMessage Response, string Body)> PostTextAsync(string request)
    {
        var response = await _http.PostAsync(_rpc.Url, new StringContent(request, Encoding.UTF8, "application/json"));
        return (response, await response.Content.ReadAsStringAsync());
    }
}
