using System.Net;
using System.Text.Json.Nodes;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Web3;
using Newtonsoft.Json.Linq;
using Sending.Testing;
using RpcError = Nethereum.JsonRpc.Client.RpcError;

namespace Sending.Nethereum.Tests.JsonRpc;

/// <summary>The client against endpoints that answer wrong, late or not at all.</summary>
[Collection(TimeoutCollection.Name)]
public sealed class RpcClientTests
{
    private const string Unreachable = "Error occurred when trying to send rpc requests(s): eth_chainId";

    [Theory]
    [InlineData(200, "text/html", "<!doctype html><title>Welcome</title>")]
    [InlineData(404, "text/html", "<!doctype html><title>Not found</title>")]
    [InlineData(500, "application/json", """{"jsonrpc":"2.0","id":1,"result":"0x1"}""")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", """{"jsonrpc":"2.0","id":1,"resu""")]
    [InlineData(200, "application/json", "[1, 2]")]
    [InlineData(200, "application/octet-stream", "\u0000\u0001\u0002")]
    public async Task WhatIsNoJsonRpcIsUnknown(int status, string contentType, string body)
    {
        await using var server = FaultyRpc.Answering(status, contentType, body);
        var exception = await Assert.ThrowsAsync<RpcClientUnknownException>(() => new Web3(new RpcClient(server.Url)).Eth.ChainId.SendRequestAsync());
        Assert.Equal(Unreachable, exception.Message);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public async Task NobodyListensIsUnknown()
    {
        var url = new Uri($"http://127.0.0.1:{FreePort.Find()}/");
        var exception = await Assert.ThrowsAsync<RpcClientUnknownException>(() => new Web3(new RpcClient(url)).Eth.ChainId.SendRequestAsync());
        Assert.Equal(Unreachable, exception.Message);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task SlowAnswersTimeOut()
    {
        await using var server = FaultyRpc.Slow(TimeSpan.FromSeconds(2));
        var usual = ClientBase.ConnectionTimeout;
        Assert.Equal(TimeSpan.FromSeconds(20), usual);
        ClientBase.ConnectionTimeout = TimeSpan.FromMilliseconds(300);
        try
        {
            await Assert.ThrowsAsync<RpcClientTimeoutException>(() => new Web3(new RpcClient(server.Url)).Eth.ChainId.SendRequestAsync());
        }
        finally
        {
            ClientBase.ConnectionTimeout = usual;
        }
        Assert.Equal(31337, (await new Web3(new RpcClient(server.Url)).Eth.ChainId.SendRequestAsync()).Value);
    }

    [Fact]
    public async Task ErrorsOfTheNodeCarryCodeMessageMethodAndData()
    {
        await using var server = FaultyRpc.Answering(200, "application/json", """{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"no such thing","data":"0x1234"}}""");
        var exception = await Assert.ThrowsAsync<RpcResponseException>(() => new Web3(new RpcClient(server.Url)).Eth.GasPrice.SendRequestAsync());
        Assert.Equal("no such thing: eth_gasPrice", exception.Message);
        Assert.Equal((-32000, "0x1234"), (exception.RpcError.Code, exception.RpcError.GetDataAsString()));
    }

    [Fact]
    public void DataInsideAnObjectIsFound() => Assert.Equal("0xabcd", new RpcError(3, "reverted", JObject.Parse("""{"txHash":"0x1","data":"0xabcd"}""")).GetDataAsString());

    [Theory]
    [InlineData("true")]
    [InlineData("1.5")]
    [InlineData("""{"a":1}""")]
    public async Task ResultsOfAnotherKindAreAFormatError(string result)
    {
        await using var server = FaultyRpc.Answering(200, "application/json", $$"""{"jsonrpc":"2.0","id":1,"result":{{result}}}""");
        await Assert.ThrowsAsync<RpcResponseFormatException>(async () => (await new Web3(new RpcClient(server.Url)).Eth.Blocks.GetBlockNumber.SendRequestAsync()).ToString());
    }

    [Fact]
    public async Task RequestsAreWhatTheSpecificationSays()
    {
        var handler = new Recorder("""{"jsonrpc":"2.0","id":1,"result":null}""");
        var web3 = new Web3(new RpcClient(new Uri("http://user:pass%40word@node.example/path"), new HttpClient(handler)));

        Assert.Null(await web3.Eth.Blocks.GetBlockWithTransactionsByNumber.SendRequestAsync(new HexBigInteger(0)));
        AssertSent(handler, """{"id":1,"jsonrpc":"2.0","method":"eth_getBlockByNumber","params":["0x0",true]}""");
        Assert.Equal("Basic dXNlcjpwYXNzQHdvcmQ=", handler.Authorization);

        await web3.Eth.Transactions.Call.SendRequestAsync(new CallInput("1234", "0x01") { Value = new HexBigInteger(16) }, new BlockParameter(255));
        AssertSent(handler, """{"id":1,"jsonrpc":"2.0","method":"eth_call","params":[{"to":"0x01","value":"0x10","data":"0x1234"},"0xff"]}""");

        await web3.Eth.Filters.GetLogs.SendRequestAsync(new NewFilterInput { FromBlock = BlockParameter.CreateEarliest(), Topics = [null!, new object[] { "0x1", "0x2" }] });
        AssertSent(handler, """{"id":1,"jsonrpc":"2.0","method":"eth_getLogs","params":[{"fromBlock":"earliest","topics":[null,["0x1","0x2"]]}]}""");

        await web3.Eth.GetBalance.SendRequestAsync("0xab", 7);
        AssertSent(handler, """{"id":7,"jsonrpc":"2.0","method":"eth_getBalance","params":["0xab","latest"]}""");

        await web3.Client.SendRequestAsync<string>("evm_mine", null, 1, "two");
        var sent = JsonNode.Parse(handler.Sent)!;
        Assert.Equal("evm_mine", (string?)sent["method"]);
        Assert.Equal("""[1,"two"]""", sent["params"]!.ToJsonString());
        Assert.True(Guid.TryParse((string?)sent["id"], out _));
    }

    [Fact]
    public async Task ABatchGivesEachItemItsAnswer()
    {
        var handler = new Recorder("""[{"jsonrpc":"2.0","id":2,"error":{"code":1,"message":"no"}},{"jsonrpc":"2.0","id":1,"result":"0x5"}]""");
        var client = new RpcClient(new Uri("http://node.example"), new HttpClient(handler));
        var numbers = new RpcRequestResponseHandlerForTests(client);
        var batch = new RpcRequestResponseBatch { AcceptPartiallySuccessful = true };
        var first = new RpcRequestResponseBatchItem<RpcRequestResponseHandlerForTests, HexBigInteger>(numbers, numbers.BuildRequest(1));
        var second = new RpcRequestResponseBatchItem<RpcRequestResponseHandlerForTests, HexBigInteger>(numbers, numbers.BuildRequest(2));
        batch.BatchItems.AddRange([first, second]);

        await client.SendBatchRequestAsync(batch);
        Assert.Equal(5, first.Response.Value);
        Assert.True(second.HasError);

        batch.AcceptPartiallySuccessful = false;
        Assert.Single((await Assert.ThrowsAsync<RpcResponseBatchException>(() => client.SendBatchRequestAsync(batch))).RpcErrors);
    }

    [Fact]
    public async Task AnInterceptorMayAnswer()
    {
        var web3 = new Web3(new RpcClient(new Uri("http://127.0.0.1:1/")) { OverridingRequestInterceptor = new AnswersSeven() });
        Assert.Equal(7, (await web3.Eth.ChainId.SendRequestAsync()).Value);
    }

    private static void AssertSent(Recorder handler, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(handler.Sent)), $"expected {expected}, got {handler.Sent}");

    private sealed class RpcRequestResponseHandlerForTests(IClient client) : RpcRequestResponseHandler<HexBigInteger>(client, "eth_blockNumber");

    private sealed class AnswersSeven : RequestInterceptor
    {
        public override Task<object> InterceptSendRequestAsync<T>(Func<RpcRequest, string, Task<T>> interceptedSendRequestAsync, RpcRequest request, string? route = null) =>
            Task.FromResult<object>(new HexBigInteger(7));
    }

    private sealed class Recorder(string answer) : HttpMessageHandler
    {
        public string Sent { get; private set; } = "";

        public string? Authorization { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            Authorization = request.Headers.Authorization?.ToString();
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
