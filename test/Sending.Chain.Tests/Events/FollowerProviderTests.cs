using System.Globalization;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Events;

/// <summary>Providers as they are: with limits, told or not, with backends that are behind, with answers that are wrong.</summary>
[Collection(FollowedChainCollection.Name)]
public class FollowerProviderTests(FollowedChain chain)
{
    private const string GetLogs = "eth_getLogs";

    private static readonly FollowerOptions Latest = new() { Finality = Finality.Latest, RetryPause = TimeSpan.FromMilliseconds(1) };
    private static readonly FollowerOptions Finalized = Latest with { Finality = Finality.Finalized };

    [Theory]
    [InlineData("query returned more than 10000 results", 4)]
    [InlineData("exceeds the range: try with this block range [0x1, 0x3]", 3)]
    [InlineData("You can make eth_getLogs requests with up to a 2K block range", 5)]
    [InlineData("up to 10 blocks", 2)]
    public async Task Ranges_that_are_refused_become_smaller(string message, int limit)
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).When(parameters => Blocks(parameters) > limit).Always(Fault.Refuse(-32005, message));
        await IsCompleteAsync(rpc, Latest);
        Assert.Contains(rpc.Calls, call => call.Method == GetLogs && Blocks(call.Params) == limit);
    }

    [Fact]
    public async Task A_range_that_never_comes_through_becomes_smaller()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).When(parameters => Blocks(parameters) > 40).Times(2, Fault.BadGateway);
        await IsCompleteAsync(rpc, Latest);
    }

    [Fact]
    public async Task A_round_number_of_results_is_not_believed()
    {
        for (var block = 0; block < 6; block++)
        {
            await chain.ChangeManyAsync(200);
        }

        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).Always(Changed(logs =>
        {
            while (logs.Count > 1_000)
            {
                logs.RemoveAt(logs.Count - 1);
            }
        }));
        await IsCompleteAsync(rpc, Latest);
    }

    [Fact]
    public async Task Duplicates_removed_logs_and_other_contracts_change_nothing()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).Always(Changed(logs =>
        {
            foreach (var log in logs.ToList())
            {
                logs.Insert(0, log!.DeepClone());
                var removed = log.DeepClone();
                (removed["removed"], removed["logIndex"], removed["data"]) = (true, "0x7f", "0x");
                logs.Add(removed);
                var foreign = log.DeepClone();
                (foreign["address"], foreign["logIndex"]) = ("0x" + new string('9', 40), "0x7e");
                logs.Add(foreign);
            }
        }));
        await IsCompleteAsync(rpc, Latest);
        rpc.Finalized = head => head - 10;
        await IsCompleteAsync(rpc, Finalized);
    }

    public static TheoryData<string, string?> WrongLogs => new()
    {
        { "blockNumber", null },
        { "blockHash", null },
        { "logIndex", null },
        { "blockHash", "0x" + new string('7', 64) },
        { "blockNumber", "0x7fffffff" },
        { "logIndex", "0x7fffffff" },
    };

    [Theory]
    [MemberData(nameof(WrongLogs))]
    public async Task Logs_that_cannot_be_right_are_asked_for_again(string field, string? value)
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        var wrong = Changed(logs =>
        {
            if (logs.Count > 0)
            {
                logs[^1]![field] = value;
            }
        });
        rpc.On(GetLogs).Times(2, wrong);
        await IsCompleteAsync(rpc, Latest);

        rpc.On(GetLogs).Always(wrong);
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Latest);
        var error = await Assert.ThrowsAsync<SendingException>(() => followed.Follower.CatchUpAsync(null, default));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.NotNull(followed.Follower.Health.LastError);
    }

    [Fact]
    public async Task A_backend_that_does_not_have_the_newest_blocks_yet_is_asked_again()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.Finalized = head => head - 10;
        rpc.On(GetLogs).When(parameters => parameters[0]!["blockHash"] is not null).Times(3, Fault.Refuse(-32000, "unknown block"));
        rpc.On("eth_getBlockByNumber").When(parameters => ((string?)parameters[0])!.StartsWith("0x", StringComparison.Ordinal)).Once(Fault.Pass).Times(2, Fault.Result(null));
        await IsCompleteAsync(rpc, Finalized);
    }

    [Fact]
    public async Task A_provider_that_leaves_events_out_is_found_out()
    {
        await chain.ChangeManyAsync(1);
        await chain.ChangeManyAsync(1);
        var registry = chain.Connection.Deployment.Contracts.DidRegistry;
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).Always(Changed(logs =>
        {
            var changes = logs.Where(log => string.Equals((string?)log!["address"], registry, StringComparison.OrdinalIgnoreCase)).ToList();
            if (changes.Count > 1)
            {
                logs.Remove(changes[^2]);
            }
        }));
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Latest);
        var error = await Assert.ThrowsAsync<SendingException>(() => followed.Follower.CatchUpAsync(null, default));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.Contains("leaves events out", error.Message);
    }

    [Fact]
    public async Task A_provider_that_refuses_a_single_block_is_quoted()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).Always(Fault.Refuse(-32601, "no logs here"));
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Latest);
        var error = await Assert.ThrowsAsync<SendingException>(() => followed.Follower.CatchUpAsync(null, default));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.Contains("no logs here", error.Message);
    }

    [Fact]
    public async Task Catching_up_can_be_cancelled_and_goes_on_where_it_was()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).When(parameters => Blocks(parameters) > 5).Always(Fault.Refuse(-32005, "up to 5 blocks"));
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Latest);
        using var cancel = new CancellationTokenSource();
        var told = new List<FollowerProgress>();
        var progress = new Steps(step =>
        {
            told.Add(step);
            if (told.Count == 3)
            {
                cancel.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => followed.Follower.CatchUpAsync(progress, cancel.Token));
        Assert.Equal(3, told.Count);
        Assert.Equal(15, told[^1].BlocksDone);
        Assert.Equal(told[^1].Block, followed.Store.Cursor!.Number);

        rpc.Behave();
        await followed.Follower.CatchUpAsync(null, default);
        Assert.Equal(await chain.RebuiltAsync(chain.Connection, Latest), followed.Contents);
    }

    [Fact]
    public async Task Whoever_follows_without_end_survives_trouble_and_tells_how_it_stands()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        rpc.On(GetLogs).Times(2, Fault.Refuse(-32601, "no logs today")).Times(2, Fault.BadGateway);
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Latest with { PollInterval = TimeSpan.FromMilliseconds(5), MaxBlocksPerRequest = 1 });
        var follower = followed.Follower;
        Assert.False(follower.Health.IsHealthy(TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));
        using var stop = new CancellationTokenSource();
        var running = follower.RunAsync(null, stop.Token);
        await chain.ChangeManyAsync(1);
        var head = await chain.HeadAsync();
        while (follower.Health.Indexed?.Number < head || follower.Health.LastError is not null || follower.Health.LastProgress is null)
        {
            Assert.False(running.IsCompleted);
            await Task.Delay(5);
        }

        Assert.Equal((0, TimeSpan.Zero), (follower.Health.LagBlocks, follower.Health.Lag));
        Assert.True(follower.Health.IsHealthy(TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static long Blocks(JsonNode parameters) => parameters[0]!["fromBlock"] is null
        ? 1
        : Number(parameters[0]!["toBlock"]!) - Number(parameters[0]!["fromBlock"]!) + 1;

    private static long Number(JsonNode hex) => long.Parse(((string)hex!)[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The node's logs, changed.</summary>
    private static Fault Changed(Action<JsonArray> change) => Fault.Custom("changed logs", async (call, cancellationToken) =>
    {
        var answer = JsonNode.Parse((await call.ForwardAsync(cancellationToken)).Body)!;
        change((JsonArray)answer["result"]!);
        return RpcAnswer.Json(answer);
    });

    /// <summary>A follower over the proxy stores what one over the node stores, but for what is kept of blocks that are not final.</summary>
    private async Task IsCompleteAsync(FaultyRpc rpc, FollowerOptions options)
    {
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, options);
        using var straight = await chain.FollowAsync(chain.Connection, Latest);
        await followed.Follower.CatchUpAsync(null, default);
        await straight.Follower.CatchUpAsync(null, default);
        string[] without = options.Finality == Finality.Latest ? [] : ["blocks", "cursor", "undo"];
        Assert.Equal(StoreContents.Of(straight.Store.File.Path, without), StoreContents.Of(followed.Store.File.Path, without));
    }

    private sealed class Steps(Action<FollowerProgress> report) : IProgress<FollowerProgress>
    {
        public void Report(FollowerProgress value) => report(value);
    }
}
