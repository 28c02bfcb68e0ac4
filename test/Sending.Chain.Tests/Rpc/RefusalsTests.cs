using Sending.Chain.Rpc.Failover;

namespace Sending.Chain.Tests.Rpc;

public class RefusalsTests
{
    private static readonly RpcBody Call = RpcBody.Of("eth_call", new { }, "latest");
    private static readonly RpcBody Logs = RpcBody.Of("eth_getLogs", new { fromBlock = "0x1", toBlock = "0x2" });
    private static readonly RpcBody LogsOfOneBlock = RpcBody.Of("eth_getLogs", new { fromBlock = "0x1", toBlock = "0x1" });

    [Theory]
    [InlineData(-32005, "limit exceeded")]
    [InlineData(-32005, "daily request count exceeded, request rate limited")]
    [InlineData(429, "Your app has exceeded its compute units per second capacity.")]
    [InlineData(-32000, "Too Many Requests")]
    [InlineData(-32016, "over rate limit")]
    [InlineData(-32005, "over capacity")]
    public void Limits_on_requests(int code, string message)
    {
        Assert.True(Refusals.IsRateLimit(Call, code, message));
        Assert.True(Refusals.IsRateLimit(LogsOfOneBlock, code, message));
    }

    [Theory]
    [InlineData(-32005, "query returned more than 10000 results")]
    [InlineData(-32602, "eth_getLogs block range too large, limit is 2000")]
    [InlineData(-32005, "query exceeds max results 20000, retry with the range 1-5")]
    [InlineData(-32000, "exceed maximum block range: 5000")]
    [InlineData(-32602, "Log response size exceeded.")]
    [InlineData(-32614, "eth_getLogs is limited to a 10,000 range")]
    [InlineData(-32005, "limit exceeded")]
    public void Ranges_that_are_too_large(int code, string message) => Assert.False(Refusals.IsRateLimit(Logs, code, message));

    [Theory]
    [InlineData(-32005, "daily request count exceeded, request rate limited")]
    [InlineData(429, "Too Many Requests")]
    public void Limits_on_requests_for_events(int code, string message) => Assert.True(Refusals.IsRateLimit(Logs, code, message));

    [Theory]
    [InlineData(3, "execution reverted: too many requests")]
    [InlineData(-32603, "reverted with reason string 'rate limit'")]
    [InlineData(-32000, "exceeds block gas limit")]
    [InlineData(-32000, "gas required exceeds allowance (50)")]
    [InlineData(-32000, "tx fee (1.1 ether) exceeds the configured cap (1.0 ether)")]
    [InlineData(-32000, "insufficient funds for gas * price + value")]
    [InlineData(-32000, "nonce too low")]
    public void Answers_of_any_node(int code, string message) => Assert.False(Refusals.IsRateLimit(Call, code, message));

    [Theory]
    [InlineData("eth_getBalance", true)]
    [InlineData("eth_sendRawTransaction", true)]
    [InlineData("net_version", true)]
    [InlineData("eth_sendTransaction", false)]
    [InlineData("eth_getFilterChanges", false)]
    [InlineData("evm_mine", false)]
    [InlineData("hardhat_setBalance", false)]
    public void What_may_be_sent_again(string method, bool repeatable)
    {
        Assert.Equal(repeatable, RpcBody.Of(method).Repeatable);
        var batch = $$"""[{"jsonrpc":"2.0","id":1,"method":"eth_call"},{"jsonrpc":"2.0","id":2,"method":"{{method}}"}]""";
        Assert.Equal(repeatable, RpcBody.Parse(System.Text.Encoding.UTF8.GetBytes(batch)).Repeatable);
    }
}
