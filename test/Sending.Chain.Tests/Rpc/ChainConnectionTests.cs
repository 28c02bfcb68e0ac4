using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Rpc;

[Collection(DevnetCollection.Name)]
public class ChainConnectionTests(DevnetFixture devnet)
{
    private static readonly RpcOptions Impatient = new() { RequestTimeout = TimeSpan.FromMilliseconds(300) };

    private Deployment Deployment => devnet.Connection.Deployment;

    [Fact]
    public async Task Nothing_listening_is_told()
    {
        var error = await RefusalAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains("connection refused", error.Message);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_told()
    {
        var error = await RefusalAsync(new Uri("http://nowhere.invalid:8545"));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains("nowhere.invalid", error.Message);
    }

    [Fact]
    public async Task A_web_page_is_told()
    {
        await using var rpc = FaultyRpc.Html();
        var error = await RefusalAsync(rpc.Url);
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains("a web page (HTML)", error.Message);
        Assert.Equal(rpc.Url.ToString(), error.Details["rpcUrl"]);
    }

    [Theory]
    [InlineData(500, "text/html", "<h1>oops</h1>", "HTTP status 500 and a web page")]
    [InlineData(429, "text/plain", "slow down", "HTTP status 429")]
    [InlineData(200, "application/json", "{}", "not JSON-RPC")]
    [InlineData(200, "application/json", "", "not JSON-RPC")]
    [InlineData(200, "application/json", "[1]", "not JSON-RPC")]
    public async Task Another_answer_is_told(int status, string type, string body, string text)
    {
        await using var rpc = FaultyRpc.Answering(status, type, body);
        var error = await RefusalAsync(rpc.Url);
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains(text, error.Message);
    }

    [Fact]
    public async Task An_rpc_error_under_an_http_error_is_an_rpc_error()
    {
        await using var rpc = FaultyRpc.Answering(503, "application/json", """{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"over capacity"}}""");
        Assert.Contains("over capacity", (await RefusalAsync(rpc.Url)).Message);
    }

    [Fact]
    public async Task A_slow_node_is_given_up()
    {
        await using var rpc = FaultyRpc.Slow(TimeSpan.FromSeconds(30));
        var error = await RefusalAsync(rpc.Url);
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.Contains("does not answer within", error.Message);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        await using var rpc = FaultyRpc.Slow(TimeSpan.FromSeconds(30));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChainConnection.OpenAsync(Deployment, rpc.Url, null, cancel.Token));
    }

    [Fact]
    public async Task Another_chain_is_told_with_both_numbers()
    {
        await using var rpc = FaultyRpc.OfChain(1);
        var error = await RefusalAsync(rpc.Url);
        Assert.Equal(ErrorCode.WrongChain, error.Code);
        Assert.Contains("of chain 1, but the network \"devnet\" is chain 31337", error.Message);
    }

    [Fact]
    public async Task Contracts_that_are_not_there_are_named()
    {
        var elsewhere = Deployment with { Contracts = Deployment.Contracts with { NodeStaking = "0x000000000000000000000000000000000000bEEF" } };
        var error = await Assert.ThrowsAsync<SendingException>(() => ChainConnection.OpenAsync(elsewhere, null, null, default));
        Assert.Equal(ErrorCode.ContractsNotDeployed, error.Code);
        Assert.Contains("0x000000000000000000000000000000000000bEEF (NodeStaking)", error.Message);
        Assert.DoesNotContain("SendToken", error.Message);
    }

    [Fact]
    public async Task A_failure_in_the_middle_is_told_alike()
    {
        await using var rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);
        using var connection = await ChainConnection.OpenAsync(Deployment, rpc.Url, new RpcOptions { RequestTimeout = TimeSpan.FromSeconds(2) }, default);
        rpc.On().Always(Fault.BadGateway);
        var error = await Assert.ThrowsAsync<SendingException>(() => connection.Token.BalanceOfQueryAsync(devnet.Address("alice")));
        Assert.Contains("HTTP status 502", error.Message);
    }

    private Task<SendingException> RefusalAsync(Uri url)
        => Assert.ThrowsAsync<SendingException>(() => ChainConnection.OpenAsync(Deployment, url, Impatient, default));
}
