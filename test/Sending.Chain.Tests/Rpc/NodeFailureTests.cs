using Nethereum.JsonRpc.Client;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Rpc;

[Collection(DevnetCollection.Name)]
public class NodeFailureTests(DevnetFixture devnet)
{
    [Fact]
    public async Task A_method_that_the_node_does_not_have()
    {
        var error = await Assert.ThrowsAsync<RpcResponseException>(() => devnet.Connection.Web3.Client.SendRequestAsync<string>("eth_nonsense"));
        var translated = NodeFailure.Translate(error)!;
        Assert.Equal(ErrorCode.NodeRefused, translated.Code);
        Assert.Contains("eth_nonsense", translated.Message);
    }

    [Fact]
    public async Task A_view_that_reverts()
    {
        var error = await Record.ExceptionAsync(() => devnet.Connection.Staking.ContractHandler.QueryAsync<WithdrawFunction, System.Numerics.BigInteger>(
            new WithdrawFunction { Node = devnet.Address("alice"), RequestIds = [] }));
        Assert.Equal(ErrorCode.Reverted, NodeFailure.Translate(error!)!.Code);
    }

    [Fact]
    public void What_comes_from_elsewhere_is_left_alone()
    {
        var own = new SendingException(ErrorCode.Cancelled, "no");
        Assert.Same(own, NodeFailure.Translate(own));
        Assert.Null(NodeFailure.Translate(new InvalidOperationException()));
        Assert.Equal(ErrorCode.NodeUnreachable, NodeFailure.Translate(new RpcClientTimeoutException("too long"))!.Code);
    }
}
