using System.Net;
using System.Text;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Transactions;
using Sending.Testing;

namespace Sending.Nethereum.Tests.JsonRpc;

/// <summary>A node may answer with anything: blocks, receipts, logs and fees are read, or the client's exceptions say that they are none.</summary>
public sealed class RpcAnswerFuzzTests
{
    private const string Hash = "\"0x1111111111111111111111111111111111111111111111111111111111111111\"";
    private const string Address = "\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\"";

    private const string Log = $$"""
        {"removed":false,"logIndex":"0x1","transactionIndex":"0x0","transactionHash":{{Hash}},"blockHash":{{Hash}},"blockNumber":"0x5","address":{{Address}},"data":"0x","topics":[{{Hash}},{{Hash}}]}
        """;

    private const string Transaction = $$"""
        {"hash":{{Hash}},"nonce":"0x1","blockHash":{{Hash}},"blockNumber":"0x5","transactionIndex":"0x0","from":{{Address}},"to":null,"value":"0x0","gas":"0x5208","gasPrice":"0x1","maxFeePerGas":"0x2","maxPriorityFeePerGas":"0x1","input":"0x","type":"0x2","accessList":[{"address":{{Address}},"storageKeys":[{{Hash}}]}],"v":"0x0","r":"0x1","s":"0x1"}
        """;

    private const string Block = $$"""
        {"number":"0x5","hash":{{Hash}},"parentHash":{{Hash}},"nonce":"0x0000000000000000","miner":{{Address}},"difficulty":"0x0","extraData":"0x","size":"0x1","gasLimit":"0x1c9c380","gasUsed":"0x0","timestamp":"0x65","transactions":[{{Transaction}}],"uncles":[],"baseFeePerGas":"0x7","withdrawals":[{"index":"0x0","validatorIndex":"0x0","address":{{Address}},"amount":"0x1"}]}
        """;

    private const string Receipt = $$"""
        {"transactionHash":{{Hash}},"transactionIndex":"0x0","blockHash":{{Hash}},"blockNumber":"0x5","from":{{Address}},"to":{{Address}},"cumulativeGasUsed":"0x5208","gasUsed":"0x5208","effectiveGasPrice":"0x7","contractAddress":null,"status":"0x1","logs":[{{Log}}],"type":"0x2","logsBloom":"0x00","root":null}
        """;

    private const string Fees = """{"oldestBlock":"0x1","baseFeePerGas":["0x7","0x8"],"gasUsedRatio":[0.5],"reward":[["0x1","0x2"]]}""";

    private static readonly HttpStatusCode[] s_statuses = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Found, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway];

    [Fact]
    public void Blocks() => Answers<BlockWithTransactions>(Block, block => (block.Number?.Value, block.Timestamp?.Value, block.Transactions?.Select(item => item.Value?.Value).ToList()));

    [Fact]
    public void Receipts() => Answers<TransactionReceipt>(Receipt, receipt => (receipt.Status?.Value, receipt.BlockNumber?.Value, receipt.Logs?.Length));

    [Fact]
    public void Logs() => Answers<FilterLog[]>($"[{Log}]", logs => logs.Select(log => log?.BlockNumber?.Value).ToList());

    [Fact]
    public void FeeHistories() => Answers<FeeHistoryResult>(Fees, fees => fees.BaseFeePerGas?.Select(fee => fee?.Value).ToList());

    /// <summary>Reading a quantity is part of it: it is kept as text until somebody asks.</summary>
    private static void Answers<T>(string result, Func<T, object?> use)
    {
        using var http = new HttpClient(new Answering());
        var client = new RpcClient(new Uri("http://node.invalid"), http);
        string[] sound =
        [
            $$"""{"jsonrpc":"2.0","id":1,"result":{{result}}}""",
            """{"jsonrpc":"2.0","id":1,"result":null}""",
        ];
        Fuzz.Text(sound, answer => Ask(client, answer, use), IsDocumented);
    }

    [Fact]
    public void Errors()
    {
        using var http = new HttpClient(new Answering());
        var client = new RpcClient(new Uri("http://node.invalid"), http);
        string[] sound = ["""{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":"execution reverted","data":{"data":"0x08c379a0"}}}"""];
        Fuzz.Text(sound, answer =>
        {
            try
            {
                Ask<string>(client, answer, text => text);
            }
            catch (RpcResponseException error)
            {
                error.RpcError.GetDataAsString();
            }
        }, IsDocumented);
    }

    [Fact]
    public void Batches()
    {
        using var http = new HttpClient(new Answering());
        var client = new RpcClient(new Uri("http://node.invalid"), http);
        Fuzz.Text([$$"""[{"jsonrpc":"2.0","id":1,"result":{{Receipt}} },{"jsonrpc":"2.0","id":2,"error":{"code":3,"message":"no"} }]"""], answer =>
        {
            var batch = new RpcRequestResponseBatch { AcceptPartiallySuccessful = true };
            batch.BatchItems.AddRange(Enumerable.Range(1, 2).Select(id =>
                new RpcRequestResponseBatchItem<EthGetTransactionReceipt, TransactionReceipt>(new EthGetTransactionReceipt(client), new RpcRequest(id, "method"))));
            Answering.Current = Json(answer);
            Finished(client.SendBatchRequestAsync(batch));
        }, error => IsDocumented(error) || error is RpcResponseBatchException);
    }

    /// <summary>The bytes themselves: status, type and encoding of the body too are the other side's choice.</summary>
    [Fact]
    public void Bodies()
    {
        using var http = new HttpClient(new Answering());
        var client = new RpcClient(new Uri("http://node.invalid"), http);
        string[] types = ["application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "text/html; charset=none", "none", "\"", ""];
        var answer = Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":1,"result":{{Receipt}}}""");
        Fuzz.Bytes([[0, 0, .. answer], [0, 1, .. answer]], bytes =>
        {
            var (status, type) = bytes.Length < 2 ? (200, "") : ((int)s_statuses[bytes[0] % s_statuses.Length], types[bytes[1] % types.Length]);
            Answering.Current = () =>
            {
                var content = new ByteArrayContent(bytes, Math.Min(2, bytes.Length), Math.Max(0, bytes.Length - 2));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
            };
            Finished(client.SendRequestAsync<TransactionReceipt>(new RpcRequest(1, "method")));
        }, IsDocumented);
    }

    private static bool IsDocumented(Exception error) => error is RpcClientUnknownException or RpcResponseException or RpcResponseFormatException or FormatException;

    private static void Ask<T>(RpcClient client, string answer, Func<T, object?> use)
    {
        Answering.Current = Json(answer);
        if (Finished(client.SendRequestAsync<T>(new RpcRequest(1, "method"))) is { } value)
        {
            use(value);
        }
    }

    private static T Finished<T>(Task<T> task)
    {
        Assert.True(task.IsCompleted, "The answer is there at once, so that what it costs is this thread's.");
        return task.GetAwaiter().GetResult();
    }

    private static Func<HttpResponseMessage> Json(string answer) => () =>
        new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };

    private sealed class Answering : HttpMessageHandler
    {
        [field: ThreadStatic]
        public static Func<HttpResponseMessage>? Current { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Current!());
    }
}
