using System.Text.Json.Nodes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Rpc;

/// <summary>Endpoints that are behind, or of another chain.</summary>
[Collection(DevnetCollection.Name)]
public sealed class LagTests(DevnetFixture devnet) : FailoverTest(devnet)
{
    private static readonly RpcOptions Strict = Options with { LargestLagBlocks = 3 };

    [Fact]
    public async Task A_node_that_lags_is_left_until_it_has_caught_up()
    {
        var top = await TopAsync(10);
        First.Head = _ => top - 4;
        Second.Head = _ => top;
        using var connection = await OpenAsync(Strict);
        await connection.ProbeAsync(default);
        await connection.ProbeAsync(default);
        Assert.Equal((EndpointState.Lagging, EndpointState.Healthy), (connection.Health[0].State, connection.Health[1].State));
        Assert.Contains($"its newest block {top - 4} is 4 blocks behind", connection.Health[0].Problem, StringComparison.Ordinal);
        Assert.Equal((top - 4, top, top), (connection.Health[0].Head, connection.Health[1].Head, connection.HighestHead));
        Assert.Equal(top, await HeadAsync(connection));
        Assert.Equal(0, First.Count("eth_blockNumber"));

        First.Head = _ => top - 1;
        await UntilAsync(connection, () => connection.Health[0].State == EndpointState.Healthy);
        var before = First.Count("eth_getBalance");
        await BalanceAsync(connection);
        Assert.Equal(before + 1, First.Count("eth_getBalance"));
    }

    [Fact]
    public async Task A_head_is_not_told_to_be_lower_than_before_when_an_endpoint_knows_better()
    {
        var top = await TopAsync(10);
        (First.Head, Second.Head) = (_ => top, _ => top - 1);
        using var connection = await OpenAsync();
        Assert.Equal(top, await HeadAsync(connection));
        First.On("eth_blockNumber").Once(Fault.Drop);
        Assert.Equal(top, await HeadAsync(connection));
        Assert.Equal((3, 1), (First.Count("eth_blockNumber"), Second.Count("eth_blockNumber")));
    }

    [Fact]
    public async Task A_chain_that_has_become_shorter_is_told()
    {
        var top = await TopAsync(10);
        (First.Head, Second.Head) = (_ => top, _ => top);
        using var connection = await OpenAsync(Strict);
        await connection.ProbeAsync(default);
        Assert.Equal(top, await HeadAsync(connection));
        (First.Head, Second.Head) = (_ => top - 8, _ => top - 8);
        Assert.Equal(top - 8, await HeadAsync(connection));
        Assert.Equal(top - 8, connection.HighestHead);
    }

    [Fact]
    public async Task Finality_that_is_taken_back_is_not_believed()
    {
        var top = await TopAsync(10);
        (First.Finalized, Second.Finalized) = (_ => top - 3, _ => top - 3);
        using var connection = await OpenAsync();
        Assert.Equal(top - 3, await FinalizedAsync(connection));
        First.Finalized = _ => top - 5;
        Assert.Equal(top - 3, await FinalizedAsync(connection));
        Assert.Equal(EndpointState.Lagging, connection.Health[0].State);
        Assert.Contains($"took back that block {top - 3} is final", connection.Health[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_of_another_chain_is_not_used()
    {
        First.ChainId = 5;
        using var connection = await OpenAsync();
        await BalanceAsync(connection);
        Assert.Equal((EndpointState.WrongChain, "is of chain 5"), (connection.Health[0].State, connection.Health[0].Problem));
        Assert.Equal(["eth_chainId"], First.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_chain_with_the_same_id_is_told_from_the_right_one()
    {
        var block = $"0x{Devnet.Connection.Deployment.DeployBlock:x}";
        Second.On("eth_getBlockByNumber").When(parameters => (string?)parameters[0] == block).Always(Fault.Custom("another hash", async (call, cancellationToken) =>
        {
            var answer = JsonNode.Parse((await call.ForwardAsync(cancellationToken)).Body)!;
            answer["result"]!["hash"] = "0x" + new string('a', 64);
            return RpcAnswer.Json(answer);
        }));
        using var connection = await OpenAsync();
        await connection.ProbeAsync(default);
        Assert.Equal(EndpointState.WrongChain, connection.Health[1].State);
        Assert.Contains("is of another chain 31337", connection.Health[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_another_chain_is_told()
    {
        (First.ChainId, Second.ChainId) = (5, 6);
        var error = await Assert.ThrowsAsync<SendingException>(() => OpenAsync());
        Assert.Equal(ErrorCode.WrongChain, error.Code);
        Assert.Contains($"{First.Url} is of chain 5; {Second.Url} is of chain 6, but the network \"devnet\" is chain 31337", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The devnet's newest block, with as many below it.</summary>
    private async Task<long> TopAsync(int least)
    {
        while (await HeadAsync(Devnet.Connection) < Devnet.Connection.Deployment.DeployBlock + least)
        {
            await Devnet.MineAsync();
        }

        return await HeadAsync(Devnet.Connection);
    }

    private static async Task<long> FinalizedAsync(ChainConnection connection)
    {
        var finalized = new BlockParameter();
        finalized.SetValue(BlockParameter.BlockParameterType.finalized);
        return (long)(await connection.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(finalized)).Number.Value;
    }
}
