using System.Net;
using Nethereum.JsonRpc.Client;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Rpc;

/// <summary>Faults of one endpoint: the other answers.</summary>
[Collection(DevnetCollection.Name)]
public sealed class FailoverTests(DevnetFixture devnet) : FailoverTest(devnet)
{
    private static readonly Dictionary<string, (Fault Fault, string Problem)> Faults = new()
    {
        ["dropped"] = (Fault.Drop, "cannot be reached"),
        ["answer lost"] = (Fault.ForwardThenDrop, "cannot be reached"),
        ["answer broken off"] = (Fault.BreakAnswer, ""),
        ["half an answer"] = (Fault.HalfAnswer, "not JSON-RPC"),
        ["two answers"] = (Fault.AnswerTwice, "not JSON-RPC"),
        ["late"] = (Fault.Delay(TimeSpan.FromMinutes(2)), "does not answer within 3s"),
        ["429"] = (Fault.TooManyRequests(), "HTTP status 429"),
        ["500"] = (Fault.Status(500, "oops"), "HTTP status 500"),
        ["502 page"] = (Fault.BadGateway, "HTTP status 502 and a web page (HTML)"),
        ["403"] = (Fault.Status(403, "no key"), "HTTP status 403"),
        ["web page"] = (Fault.Status(200, "<h1>hello</h1>", "text/html"), "a web page (HTML)"),
        ["limit in an answer"] = (Fault.Refuse(-32005, "limit exceeded"), "is over its limit: limit exceeded"),
        ["missing block"] = (Fault.Refuse(-32000, "header not found"), "lacks a block: header not found"),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task The_other_endpoint_answers(string name)
    {
        var (fault, problem) = Faults[name];
        using var connection = await OpenAsync(Quiet with { AttemptTimeout = TimeSpan.FromSeconds(3) });
        First.On("eth_getBalance").Once(fault);

        Assert.Equal(await BalanceAsync(Devnet.Connection), await BalanceAsync(connection));
        Assert.Equal((1, 1), (First.Count("eth_getBalance"), Second.Count("eth_getBalance")));
        Assert.Equal(1, connection.Health[0].Failures);
        Assert.Contains(problem, connection.Health[0].Problem, StringComparison.Ordinal);
        Assert.Equal((0, null), (connection.Health[1].Failures, connection.Health[1].Problem));
        Assert.True(connection.Health[1].Answers > 0);
    }

    [Fact]
    public async Task All_down_is_one_error_with_each_ones_reason()
    {
        using var connection = await OpenAsync(Quiet with { RequestTimeout = TimeSpan.FromSeconds(2) });
        First.On("eth_getBalance").Always(Fault.BadGateway);
        Second.On("eth_getBalance").Always(Fault.Drop);
        var error = await Assert.ThrowsAsync<SendingException>(() => BalanceAsync(connection));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.StartsWith($"None of the 2 nodes can be used: {First.Url} answers with HTTP status 502 and a web page (HTML); {Second.Url} cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Equal($"{First.Url}, {Second.Url}", error.Details["rpcUrl"]);
        Assert.True(First.Count("eth_getBalance") > 1, "It is asked again until the time is up.");
    }

    [Fact]
    public async Task Nothing_listening_anywhere_fails_at_once()
    {
        RpcUrls nowhere = new([.. Enumerable.Range(0, 2).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}"))]);
        var patient = Options with { RequestTimeout = TimeSpan.FromHours(1) };
        var error = await Assert.ThrowsAsync<SendingException>(() => ChainConnection.OpenAsync(Devnet.Connection.Deployment, nowhere, patient, default).WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.Equal(2, error.Message.Split("connection refused").Length - 1);
    }

    [Fact]
    public async Task What_any_node_would_say_is_not_asked_twice()
    {
        using var connection = await OpenAsync();
        await Assert.ThrowsAsync<RpcResponseException>(() => connection.Web3.Client.SendRequestAsync<string>("eth_nonsense"));
        First.On("eth_call").Once(Fault.Refuse(3, "execution reverted: limit exceeded"));
        await Assert.ThrowsAsync<RpcResponseException>(() => connection.Web3.Client.SendRequestAsync<string>("eth_call"));
        Assert.Equal((1, 0, 0), (First.Count("eth_nonsense"), Second.Count("eth_nonsense"), Second.Count("eth_call")));
    }

    [Theory]
    [InlineData("evm_mine")]
    [InlineData("hardhat_mine")]
    [InlineData("eth_sendTransaction")]
    public async Task What_has_another_effect_when_repeated_is_sent_once(string method)
    {
        using var connection = await OpenAsync();
        First.On(method).Once(Fault.ForwardThenDrop);
        var error = await Assert.ThrowsAsync<SendingException>(() => connection.Web3.Client.SendRequestAsync<string>(method));
        Assert.Equal(ErrorCode.NodeUnreachable, error.Code);
        Assert.StartsWith($"The node at {First.Url} cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (First.Count(method), Second.Count(method)));
    }

    [Fact]
    public async Task A_signed_transaction_whose_answer_is_lost_is_sent_again_and_counts_once()
    {
        using var connection = await OpenAsync();
        First.On("eth_sendRawTransaction").Once(Fault.ForwardThenDrop);
        var account = await Devnet.CreateAccountAsync(0);
        using var folder = new TemporaryFolder();
        using var outbox = await Outbox.OpenAsync(
            folder.File("outbox.db"), connection, TimeProvider.System, new OutboxOptions { Finality = Finality.Latest }, default);
        var plan = await Devnet.Planner.PrepareTransferAsync("0x000000000000000000000000000000000000c0De", 5, account.Address, default);
        var result = await outbox.SendAsync(plan.ToIntent(), account, null, default);
        Assert.True(result.Receipt.Status.Value.IsOne);
        Assert.Equal((1, 1), (First.Count("eth_sendRawTransaction"), Second.Count("eth_sendRawTransaction")));
        Assert.Equal(1, (await connection.Web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(account.Address)).Value);
    }

    [Fact]
    public async Task A_range_of_events_that_is_refused_is_the_callers_to_halve()
    {
        using var connection = await OpenAsync();
        First.On("eth_getLogs").Always(Fault.Refuse(-32005, "limit exceeded"));
        await Assert.ThrowsAsync<RpcResponseException>(() => LogsAsync("0x1", "0x5"));
        Assert.Equal(0, Second.Count("eth_getLogs"));
        Assert.NotNull(await LogsAsync("0x1", "0x1"));
        Assert.Equal(1, Second.Count("eth_getLogs"));

        Task<object[]> LogsAsync(string from, string to) => connection.Web3.Client.SendRequestAsync<object[]>("eth_getLogs", null, new { fromBlock = from, toBlock = to });
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone_and_taken_back()
    {
        using var connection = await OpenAsync(Options);
        First.On().Always(Fault.BadGateway);
        await UntilAsync(connection, () => connection.Health[0].State == EndpointState.Failing);
        Assert.Equal(EndpointState.Healthy, connection.Health[1].State);

        First.Behave();
        await UntilAsync(connection, () => connection.Health[0].State == EndpointState.Healthy);
        var before = Second.Count("eth_getBalance");
        await BalanceAsync(connection);
        Assert.Equal(before, Second.Count("eth_getBalance"));
    }

    [Fact]
    public async Task Nothing_runs_while_nobody_asks()
    {
        using var connection = await OpenAsync(Options);
        await UntilAsync(connection, () => Second.Calls.Count > 2);
        var asked = TimeProvider.System.GetTimestamp();

        // What is on its way arrives, however slow the machine; a probe that repeated itself would never leave two intervals without a call.
        int before;
        do
        {
            before = First.Calls.Count + Second.Calls.Count;
            await Task.Delay(2 * Options.ProbeInterval);
        }
        while (before != First.Calls.Count + Second.Calls.Count && TimeProvider.System.GetElapsedTime(asked) < TimeSpan.FromMinutes(1));
        Assert.Equal(before, First.Calls.Count + Second.Calls.Count);
    }

    [Fact]
    public async Task A_single_endpoint_is_asked_again_when_it_says()
    {
        using var connection = await ChainConnection.OpenAsync(Devnet.Connection.Deployment, First.Url, Options, default);
        First.On("eth_getBalance").Once(Fault.Drop).Once(Fault.BadGateway).Once(Fault.TooManyRequests(TimeSpan.FromSeconds(1)));
        var started = TimeProvider.System.GetTimestamp();
        await BalanceAsync(connection);
        Assert.Equal(4, First.Count("eth_getBalance"));
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.9));
        Assert.Equal((EndpointState.Healthy, 3L), (connection.Health.Single().State, connection.Health.Single().Failures));
    }

    [Fact]
    public async Task A_single_endpoint_that_wants_more_time_than_there_is_fails_at_once()
    {
        using var connection = await ChainConnection.OpenAsync(Devnet.Connection.Deployment, First.Url, Options, default);
        First.On("eth_getBalance").Always(Fault.TooManyRequests(TimeSpan.FromSeconds(50)));
        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("HTTP status 429", (await Assert.ThrowsAsync<SendingException>(() => BalanceAsync(connection))).Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, First.Count("eth_getBalance"));
        Assert.Equal(EndpointState.RateLimited, connection.Health.Single().State);
    }

    [Fact]
    public async Task Waiting_ends_at_once_when_cancelled()
    {
        using var connection = await OpenAsync(Quiet with { RequestTimeout = TimeSpan.FromHours(1), AttemptTimeout = TimeSpan.FromMinutes(30) });
        First.On("eth_getBlockByNumber").Always(Fault.Delay(TimeSpan.FromMinutes(30)));
        using var cancel = new CancellationTokenSource();
        var asked = connection.GetHeadAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Five_hundred_calls_at_once_through_random_faults_are_right_or_refused()
    {
        var seed = Random.Shared.Next();
        using var connection = await OpenAsync(Options);
        (Fault, double)[] faults =
        [
            (Fault.Drop, 0.05), (Fault.ForwardThenDrop, 0.05), (Fault.HalfAnswer, 0.03), (Fault.BreakAnswer, 0.03), (Fault.AnswerTwice, 0.03), (Fault.BadGateway, 0.05),
            (Fault.TooManyRequests(), 0.03), (Fault.Refuse(-32005, "too many requests"), 0.03), (Fault.Delay(TimeSpan.FromMilliseconds(300)), 0.05),
        ];
        First.Random(seed, faults);
        Second.Random(seed + 1, faults);
        var accounts = Devnet.State.Accounts.Select(account => account.Address).ToList();
        var right = new Dictionary<string, System.Numerics.BigInteger>();
        foreach (var account in accounts)
        {
            right[account] = await Devnet.Connection.Token.BalanceOfQueryAsync(account);
        }

        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 500).Select(async i =>
        {
            var account = accounts[i % accounts.Count];
            try
            {
                var balance = await connection.Token.BalanceOfQueryAsync(account);
                Assert.True(right[account] == balance, $"Wrong answer with seed {seed}: {balance} of {account}.");
            }
            catch (SendingException error)
            {
                Assert.True(error.Code == ErrorCode.NodeUnreachable, $"Seed {seed}: {error}");
                Interlocked.Increment(ref refused);
            }
        }));
        Assert.True(refused < 250, $"{refused} of 500 calls failed with seed {seed}.");
    }
}
