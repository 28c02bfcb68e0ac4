using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Events;

/// <summary>The real chain is taken back and grows another branch; whoever has followed it all along holds what a fresh reader would.</summary>
[Collection(FollowedChainCollection.Name)]
public class FollowerReorgTests(FollowedChain chain)
{
    private static readonly FollowerOptions Options = new() { Finality = Finality.Finalized };

    [Fact]
    public async Task Reorganisations_of_depth_1_to_20_leave_no_trace()
    {
        const int seed = 20;
        var random = new Random(seed);
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Options);
        for (var depth = 1; depth <= 20; depth++)
        {
            var final = await chain.HeadAsync();
            rpc.Finalized = _ => final;
            await chain.HappenAsync(random);
            var snapshot = await chain.SnapshotAsync();
            await GrowAsync(random, depth);
            await followed.Follower.CatchUpAsync(null, default);
            await chain.RevertAsync(snapshot);

            // Shorter, as long, or longer than what is taken back.
            await GrowAsync(random, depth + (depth % 3) - 1);
            var head = await followed.Follower.CatchUpAsync(null, default);

            Assert.Equal(head, followed.Store.Cursor);
            Assert.Equal(await chain.RebuiltAsync(connection, Options), followed.Contents);
        }
    }

    [Fact]
    public async Task A_head_that_is_only_taken_back_is_followed_back()
    {
        var random = new Random(1);
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        var final = await chain.HeadAsync();
        rpc.Finalized = _ => final;
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Options);
        await GrowAsync(random, 3);
        var before = await followed.Follower.CatchUpAsync(null, default);
        var contents = followed.Contents;
        var snapshot = await chain.SnapshotAsync();
        await GrowAsync(random, 4);
        await followed.Follower.CatchUpAsync(null, default);
        await chain.RevertAsync(snapshot);

        Assert.Equal(before, await followed.Follower.CatchUpAsync(null, default));
        Assert.Equal(contents, followed.Contents);
    }

    [Fact]
    public async Task A_node_that_is_behind_what_was_final_is_not_believed()
    {
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        using var connection = await chain.ConnectAsync(rpc);
        using var followed = await chain.FollowAsync(connection, Options);
        var head = await followed.Follower.CatchUpAsync(null, default);
        var contents = followed.Contents;

        rpc.Head = real => real - 3;
        var error = await Assert.ThrowsAsync<SendingException>(() => followed.Follower.CatchUpAsync(null, default));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.Contains("is behind", error.Message);
        Assert.Equal(contents, followed.Contents);

        rpc.Head = null;
        Assert.Equal(head, await followed.Follower.CatchUpAsync(null, default));
    }

    [Fact]
    public async Task Below_what_is_final_only_a_rebuild_helps_and_the_index_does_it()
    {
        var random = new Random(2);
        var latest = new FollowerOptions { Finality = Finality.Latest };
        using var followed = await chain.FollowAsync(chain.Connection, latest);
        var told = new List<string>();
        var index = new ProtocolIndex(chain.NewPath(), chain.Connection, latest, TimeProvider.System) { Notice = told.Add };
        var snapshot = await chain.SnapshotAsync();
        await GrowAsync(random, 2);
        await followed.Follower.CatchUpAsync(null, default);
        (await index.ReadAsync(default)).Dispose();
        Assert.Empty(told);
        await chain.RevertAsync(snapshot);
        await GrowAsync(random, 3);

        var error = await Assert.ThrowsAsync<SendingException>(() => followed.Follower.CatchUpAsync(null, default));
        Assert.Equal(ErrorCode.ReorgTooDeep, error.Code);
        (await index.ReadAsync(default)).Dispose();
        Assert.Contains("reading the chain anew", Assert.Single(told));
        Assert.Equal(await chain.RebuiltAsync(chain.Connection, latest), StoreContents.Of(index.Path));
    }

    [Fact]
    public async Task A_range_whose_chain_is_replaced_while_it_is_read_is_read_again()
    {
        var random = new Random(3);
        var latest = new FollowerOptions { Finality = Finality.Latest };
        await using var rpc = FaultyRpc.InFrontOf(chain.Url);
        using var connection = await chain.ConnectAsync(rpc);
        var snapshot = await chain.SnapshotAsync();
        await GrowAsync(random, 6);
        rpc.On("eth_getLogs").Once(Fault.Before(async _ =>
        {
            await chain.RevertAsync(snapshot);
            await GrowAsync(random, 7);
        }));
        using var followed = await chain.FollowAsync(connection, latest);
        await followed.Follower.CatchUpAsync(null, default);

        Assert.True(rpc.Count("eth_getLogs") > 1);
        Assert.Equal(await chain.RebuiltAsync(chain.Connection, latest), followed.Contents);
    }

    private async Task GrowAsync(Random random, int blocks)
    {
        for (var i = 0; i < blocks; i++)
        {
            // Some blocks have nothing in them.
            await (random.Next(4) == 0 ? chain.MineAsync() : chain.HappenAsync(random));
        }
    }
}
