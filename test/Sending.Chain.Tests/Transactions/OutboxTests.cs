using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

/// <summary>What services rely on: keys, order, refusals, funds, clocks.</summary>
[Collection(DevnetCollection.Name)]
public class OutboxTests(DevnetFixture devnet) : OutboxLab(devnet)
{
    private const string Stranger = "0x000000000000000000000000000000000000dEaD";

    private string Token => Devnet.Connection.Deployment.Contracts.SendToken;

    [Fact]
    public async Task The_same_key_is_the_same_intent_and_another_content_is_refused()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        var intent = Transfer(account, "rent");
        var first = outbox.Enqueue(intent);
        Assert.Equal((OutboxState.Recorded, first.Id), (first.State, outbox.Enqueue(intent).Id));
        var done = await RunUntilAsync(outbox, "rent", OutboxState.Final);

        // After the fact too, and with the address written otherwise; policy and name are no content.
        var again = outbox.Enqueue(intent with { Call = intent.Call with { From = account.Address.ToLowerInvariant(), Function = "pay" }, Deadline = DateTimeOffset.UnixEpoch });
        Assert.Equal((OutboxState.Final, done.Hash, done.Outcome), (again.State, again.Hash, again.Outcome));
        var error = Assert.Throws<SendingException>(() => outbox.Enqueue(Transfer(account, "rent", 8)));
        Assert.Equal((ErrorCode.IntentConflict, "rent"), (error.Code, error.Details["key"]));
        Assert.Equal(7, await ReceivedAsync(intent));
        Assert.Throws<SendingException>(() => outbox.Enqueue(Transfer(account, "")));
    }

    [Fact]
    public async Task A_call_that_would_revert_is_refused_with_its_reason_and_burns_no_nonce()
    {
        var account = await AccountAsync();
        var outbox = await OpenAsync();
        outbox.Load(account);
        outbox.Enqueue(Pay(account, "too much", "11"));
        var refused = await RunUntilAsync(outbox, "too much", OutboxState.Final);
        Assert.Equal((OutboxState.Refused, null, 0), (refused.State, refused.Nonce, refused.Attempts.Count));
        Assert.Equal($"{account.Address} holds 10 SEND; 11 SEND are needed.", refused.Failure!.Message);
        Assert.Equal("ERC20InsufficientBalance", refused.Failure.Details["error"]);
        Assert.Equal((0, 0), (await CountAsync(account), Rpc.Count("eth_sendRawTransaction")));

        outbox.Enqueue(Pay(account, "enough", "10"));
        var paid = await RunUntilAsync(outbox, "enough", OutboxState.Final);
        Assert.Equal((OutboxState.Final, 0L, true), (paid.State, paid.Nonce!.Value, paid.Outcome!.Succeeded));
    }

    [Fact]
    public async Task What_needs_an_earlier_transaction_waits_until_that_is_mined()
    {
        var account = await AccountAsync();
        var outbox = await OpenAsync();
        outbox.Load(account);
        outbox.Enqueue(Of(account, "allow", new ApproveFunction { Spender = account.Address, Value = SendAmount.Parse("3") }));
        outbox.Enqueue(Of(account, "take", new TransferFromFunction { From = account.Address, To = Stranger, Value = SendAmount.Parse("3") }));
        var taken = await RunUntilAsync(outbox, "take", OutboxState.Final);
        Assert.Equal((OutboxState.Final, 1L, true), (taken.State, taken.Nonce!.Value, taken.Outcome!.Succeeded));
    }

    [Fact]
    public async Task An_intent_without_funds_waits_and_holds_nobody_up()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        var large = outbox.Enqueue(Transfer(account, "large", SendAmount.Parse("5"))).Intent;
        outbox.Enqueue(Transfer(account, "small"));
        await WhileRunningAsync(outbox, async patience =>
        {
            await outbox.WaitAsync("small", OutboxState.Final, patience);
            await UntilAsync(() => Task.FromResult(outbox.Find("large")!.Note is { Reason: OutboxWait.Funds }));
            Assert.Equal(OutboxState.Recorded, outbox.Find("large")!.State);
            await Devnet.Devnet.FundAsync(account.Address, 0, SendAmount.Parse("5"), default);
            await outbox.WaitAsync("large", OutboxState.Final, patience);
        });
        Assert.Equal(SendAmount.Parse("5"), await ReceivedAsync(large));
        Assert.Equal(2, await CountAsync(account));
    }

    [Fact]
    public async Task An_account_is_handed_over_when_it_is_unlocked()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        var intent = outbox.Enqueue(Transfer(account, "later")).Intent;
        await WhileRunningAsync(outbox, async patience =>
        {
            await UntilAsync(() => Task.FromResult(Rpc.Count("eth_getTransactionCount") > 3));
            Assert.Equal(OutboxState.Recorded, outbox.Find("later")!.State);
            outbox.Load(account);
            await outbox.WaitAsync("later", OutboxState.Final, patience);
        });
        Assert.Equal(7, await ReceivedAsync(intent));
    }

    [Fact]
    public async Task It_can_be_withdrawn_until_it_is_sent()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Enqueue(Transfer(account, "regretted"));
        Assert.True(await outbox.CancelAsync("regretted", default));
        Assert.False(await outbox.CancelAsync("regretted", default));
        Assert.False(await outbox.CancelAsync("unheard of", default));
        Assert.Equal((OutboxState.Cancelled, ErrorCode.Cancelled), (outbox.Find("regretted")!.State, outbox.Find("regretted")!.Failure!.Code));
        outbox.Load(account);
        outbox.Enqueue(Transfer(account, "meant"));
        await RunUntilAsync(outbox, "meant", OutboxState.Final);
        Assert.False(await outbox.CancelAsync("meant", default));
        Assert.Equal(1, await CountAsync(account));
    }

    [Fact]
    public async Task Its_deadline_is_one_of_the_chains_clock()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        var now = (await Devnet.Connection.GetHeadAsync(default)).Time;
        outbox.Enqueue(Transfer(account, "too late") with { Deadline = now - TimeSpan.FromSeconds(1) });
        var intime = outbox.Enqueue(Transfer(account, "in time") with { Deadline = now + TimeSpan.FromHours(1) }).Intent;
        await RunUntilAsync(outbox, "in time", OutboxState.Final);
        Assert.Equal((OutboxState.Expired, ErrorCode.DeadlinePassed), (outbox.Find("too late")!.State, outbox.Find("too late")!.Failure!.Code));
        Assert.Equal((7, 1), (await ReceivedAsync(intime), await CountAsync(account)));
    }

    [Fact]
    public async Task A_clock_that_jumps_changes_nothing()
    {
        var account = await AccountAsync(0);
        var outbox = await OpenAsync(time: new HostileClock());
        outbox.Load(account);
        var deadline = (await Devnet.Connection.GetHeadAsync(default)).Time + TimeSpan.FromHours(1);
        var intents = Enumerable.Range(0, 20).Select(number => outbox.Enqueue(Transfer(account, $"{number}") with { Deadline = deadline }).Intent).ToList();
        Rpc.On("eth_sendRawTransaction").Randomly(1, (Fault.ForwardThenDrop, 0.3), (Fault.Drop, 0.3));
        await WhileRunningAsync(outbox, patience => Task.WhenAll(intents.Select(intent => outbox.WaitAsync(intent.Key, OutboxState.Final, patience))));
        Assert.All(await Task.WhenAll(intents.Select(ReceivedAsync)), wei => Assert.Equal(7, wei));
        Assert.Equal(20, await CountAsync(account));
    }

    [Fact]
    public async Task Lists_tell_what_is_open_and_what_was()
    {
        var account = await AccountAsync(0);
        var other = await AccountAsync(0);
        var outbox = await OpenAsync();
        outbox.Load(account);
        outbox.Enqueue(Transfer(account, "done"));
        await RunUntilAsync(outbox, "done", OutboxState.Final);
        outbox.Enqueue(Transfer(other, "open"));
        Assert.Equal(["open"], outbox.ListOpen().Select(entry => entry.Key));
        Assert.Equal(["open"], outbox.ListOpen(other.Address.ToLowerInvariant()).Select(entry => entry.Key));
        Assert.Empty(outbox.ListOpen(account.Address));
        Assert.Equal(["open", "done"], outbox.ListRecent(5).Select(entry => entry.Key));
        Assert.Equal(["open"], outbox.ListRecent(1).Select(entry => entry.Key));
        Assert.Equal("done", outbox.FindByHash(outbox.Find("done")!.Hash!)!.Key);
        Assert.Equal((1, 1), (outbox.CountByState()[OutboxState.Final], outbox.CountByState()[OutboxState.Recorded]));
        await Assert.ThrowsAsync<ArgumentException>(() => outbox.WaitAsync("unheard of", OutboxState.Final, default));
    }

    private TransactionIntent Pay(UnlockedAccount from, string key, string amount) => Of(from, key, new TransferFunction { To = Stranger, Value = SendAmount.Parse(amount) });

    private TransactionIntent Of<TFunction>(UnlockedAccount from, string key, TFunction message)
        where TFunction : Nethereum.Contracts.FunctionMessage, new()
        => new(key, TransactionCall.Of(Token, message, from.Address));

    /// <summary>Each look at the calendar shows another year.</summary>
    private sealed class HostileClock : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() => new(1990 + ((Interlocked.Increment(ref _looks) * 37) % 100), 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
