using System.Numerics;
using System.Text;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Projection.Check;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Protocol;

/// <summary>
/// A story of the whole protocol on a devnet of its own, for it moves the clock: people with tokens, nodes, the epoch's windows,
/// calls that are done and calls that are refused. The chain's clock stands still in it but for a second a call, so that no window closes
/// because the machine is busy.
/// </summary>
public abstract class ProtocolStory(DevnetFixture devnet) : IClassFixture<DevnetFixture>, IAsyncLifetime
{
    /// <summary>Price of a unit on a devnet: 0.001 SEND.</summary>
    private protected static readonly BigInteger FeePerUnit = SendAmount.One / 1_000;

    private readonly SemaphoreSlim _turn = new(1);

    private protected ChainConnection Chain => devnet.Connection;

    private protected ProtocolIndex Index => devnet.Index;

    private protected ContractAddresses Contracts => Chain.Deployment.Contracts;

    private protected EpochClock Clock { get; private set; } = null!;

    /// <summary>How many values of the contracts are compared with the index at least, at the end.</summary>
    private protected virtual int LeastCompared => 150;

    private protected TypedDataDomain WorkDomain => TypedDataDomain.OfWork(Chain.Deployment.ChainId, Contracts.WorkProofs);

    private protected TypedDataDomain RewardsDomain => TypedDataDomain.OfRewards(Chain.Deployment.ChainId, Contracts.RewardPool);

    public async Task InitializeAsync()
    {
        Clock = await devnet.Protocol.GetClockAsync(default);
        await CallNodeAsync("evm_setIntervalMining", 0);
    }

    /// <summary>However a story went: what events tell is what the contracts say.</summary>
    public async Task DisposeAsync()
    {
        _turn.Dispose();
        using var state = await devnet.Index.ReadAsync(default);
        var comparison = await new IndexCheck(Chain).CompareAsync(state, default);
        Assert.Empty(comparison.Differences);
        Assert.True(comparison.Compared > LeastCompared, $"Only {comparison.Compared} values were compared.");
    }

    private protected static BigInteger Send(string amount) => SendAmount.Parse(amount);

    private protected static string Amount(BigInteger amount) => $"{SendAmount.Format(amount, grouped: true)} SEND";

    private protected static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);

    private protected static string Time(DateTimeOffset time) => ChainTime.Format(time);

    /// <summary>The one event of its kind in a receipt.</summary>
    private protected static TEvent Event<TEvent>(TransactionReceipt receipt)
        where TEvent : new()
        => Assert.Single(receipt.DecodeAllEvents<TEvent>()).Event;

    /// <summary>Somebody with a key, ETH and so much SEND.</summary>
    private protected async Task<UnlockedAccount> PersonAsync(string name, string send = "0")
    {
        var person = new UnlockedAccount(name, new EthECKey(Sha3Keccack.Current.CalculateHash(Encoding.UTF8.GetBytes(name)), isPrivate: true));
        await devnet.Devnet.FundAsync(person.Address, Send(send), SendAmount.One, default);
        return person;
    }

    /// <summary>Registers a node with a cold owner and a hot operator, which holds no tokens.</summary>
    private protected async Task<StoryNode> NodeAsync(string name, NodeRole role, string stake, BigInteger commission)
    {
        var owner = await PersonAsync(name, stake);
        var hot = await PersonAsync($"{name}'s operator");
        var consent = new StakingSignatures(Chain.Deployment).SignOperatorConsent(hot, owner.Address);
        var registration = new NodeRegistration(role, hot.Address, commission, $"https://{name}.example.org", consent);
        await devnet.SendAsync(await devnet.Actions.RegisterAsync(owner, registration, Send(stake), default), owner);
        return new StoryNode(owner, hot, Send(stake));
    }

    /// <summary>Three guardians with 500,000 SEND together, by ascending address, as settlements name them.</summary>
    private protected async Task<StoryNode[]> GuardiansAsync()
    {
        string[] stakes = ["100000", "150000", "250000"];
        var guardians = await Task.WhenAll(stakes.Select((stake, number) => NodeAsync($"guardian{number}", NodeRole.Guardian, stake, 0)));
        return [.. guardians.OrderBy(guardian => guardian.Address, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Adds to a node's stake.</summary>
    private protected async Task StakeAsync(UnlockedAccount account, StoryNode node, string amount)
        => await devnet.SendAsync(await devnet.Actions.StakeAsync(account, node.Address, Send(amount), default), account);

    /// <summary>Lets a contract take the account's tokens.</summary>
    private protected Task AllowAsync(UnlockedAccount account, string contract)
        => DoAsync(account, new ApproveFunction { Spender = contract, Value = SendAmount.Max });

    /// <summary>Sends a call, which must succeed; its contract is the one that its message was generated from.</summary>
    private protected Task<TransactionReceipt> DoAsync<TFunction>(UnlockedAccount sender, TFunction message)
        where TFunction : FunctionMessage, new()
        => InTurnAsync(async () => (await devnet.SendAsync(await PrepareAsync(sender, message), sender)).Receipt);

    /// <summary>Simulates a call, which must be refused, with this error in these words.</summary>
    private protected async Task RefusedAsync<TFunction>(UnlockedAccount sender, TFunction message, string error, string sentence)
        where TFunction : FunctionMessage, new()
    {
        var refusal = await Assert.ThrowsAsync<SendingException>(() => InTurnAsync(() => PrepareAsync(sender, message)));
        Assert.Equal((ErrorCode.Reverted, error, sentence), (refusal.Code, refusal.Details.GetValueOrDefault("error"), refusal.Message));
    }

    /// <summary>The same, for a call in the wrong window.</summary>
    private protected Task RefusedOutsideAsync<TFunction>(UnlockedAccount sender, TFunction message, long epoch, TimeSpan from, TimeSpan until)
        where TFunction : FunctionMessage, new()
        => RefusedAsync(sender, message, "OutsideWindow", $"For epoch {epoch} this is possible from {Time(EndOf(epoch) + from)} until {Time(EndOf(epoch) + until)}.");

    private protected Task<BigInteger> BalanceAsync(string account) => Chain.Token.BalanceOfQueryAsync(account);

    /// <summary>The T of an epoch.</summary>
    private protected DateTimeOffset EndOf(long epoch) => Clock.StartOf(epoch + 1);

    private protected async Task<long> CurrentEpochAsync() => Clock.EpochAt((await Chain.GetHeadAsync(default)).Time);

    /// <summary>Moves the clock to the beginning of an epoch.</summary>
    private protected Task BeginEpochAsync(long epoch) => AdvanceAsync(ClockTarget.Parse($"{epoch}"));

    /// <summary>Moves the clock into a window of an epoch that is over, or about to be.</summary>
    private protected async Task ReachAsync(long epoch, EpochWindow window)
    {
        if (await CurrentEpochAsync() <= epoch)
        {
            await BeginEpochAsync(epoch + 1);
        }

        if (window != EpochWindow.Commitment)
        {
            await AdvanceAsync(ClockTarget.Parse($"{window}"));
        }

        var now = Clock.At((await Chain.GetHeadAsync(default)).Time);
        Assert.Equal((epoch + 1, window), (now.Epoch, now.Window));
    }

    /// <summary>Lets time pass.</summary>
    private protected Task PassAsync(TimeSpan duration) => AdvanceAsync(ClockTarget.After(duration));

    private protected Task CommitWorkAsync(StoryNode edge, ReceiptBook book)
        => DoAsync(edge.Operator, new CommitWorkFunction { Epoch = book.Epoch, Root = book.Tree.Root, Units = book.Tree.Total });

    private protected Task CommitScoresAsync(params ScoreSheet[] sheets)
        => Task.WhenAll(sheets.Select(sheet => DoAsync(sheet.Guardian.Operator, sheet.Commitment())));

    private protected Task RevealScoresAsync(params ScoreSheet[] sheets)
        => Task.WhenAll(sheets.Select(sheet => DoAsync(sheet.Guardian.Operator, sheet.Reveal())));

    private Task CallNodeAsync(string method, params object[] arguments) => Chain.Web3.Client.SendRequestAsync(method, null, arguments);

    private async Task AdvanceAsync(ClockTarget target)
    {
        var head = await Chain.GetHeadAsync(default);
        await CallNodeAsync("evm_setNextBlockTimestamp", target.Resolve(Clock, head.Time).ToUnixTimeSeconds());
        await CallNodeAsync("evm_mine");
    }

    /// <summary>One call after the other, each in a block a second after the last.</summary>
    private async Task<T> InTurnAsync<T>(Func<Task<T>> call)
    {
        await _turn.WaitAsync();
        try
        {
            var head = await Chain.GetHeadAsync(default);
            await CallNodeAsync("evm_setNextBlockTimestamp", head.Time.ToUnixTimeSeconds() + 1);
            return await call();
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<TransactionPlan> PrepareAsync<TFunction>(UnlockedAccount sender, TFunction message)
        where TFunction : FunctionMessage, new()
    {
        var name = typeof(TFunction).Namespace!.Split('.')[^2];
        var contract = Contracts.All.Single(contract => contract.Name == name).Address;
        return devnet.Planner.PrepareAsync(contract, message, sender.Address, default);
    }
}
