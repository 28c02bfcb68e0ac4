using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Tests.Protocol;
using Sending.Chain.Work;
using Sending.Testing;
using Sending.Testing.Settlements;

namespace Sending.Chain.Tests.Settlements;

/// <summary>
/// Three epochs on chain, with everything in them that an index which only knows the newest state would get wrong: settled twice, compared with a
/// program that reads the chain itself, accepted by the contract, and computed once more much later.
/// </summary>
public sealed class SettlementReaderTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<LeafSet> _published = [];
    private StoryNode[] _edges = [];
    private StoryNode[] _guardians = [];
    private UnlockedAccount _app = null!;
    private UnlockedAccount _user = null!;
    private UnlockedAccount _bob = null!;
    private SqliteLeafStore _leaves = null!;
    private long _epoch;

    [Fact]
    public async Task What_guardians_compute_is_what_happened_by_the_end_of_each_epochs_own_windows()
    {
        var chain = await Chain.GetIdentityAsync(default);
        _leaves = SqliteLeafStore.Open(_folder.File("leaves.db"), chain);
        await PrepareAsync();
        await FirstEpochAsync();
        await SecondEpochAsync();

        var first = await SettleAsync(_epoch + 1, SettlementStore.Open(_folder.File("one.db"), chain));
        Assert.Equal((2, 2), (first.Epochs.Count(epoch => epoch.Edges.Any(edge => edge.Stands)), first.Epochs[^1].Edges.Count));

        // The user's 200 units in the first epoch, before the limit; of Bob's 10,000 what 5 SEND pay. Bob's second deposit and the app's request came after T.
        Assert.Equal(Send("0.7") + Send("5") + Send("0.05"), first.Epochs[^2].Charged);

        // 10 of the app and 100 of the user, as limited; Bob's 1,000 of the second deposit's 100 SEND. The other Edge does not answer.
        Assert.Equal(Send("0.11") + Send("1"), first.Epochs[^1].Charged);
        Assert.Equal((true, false), (first.Epochs[^1].Edges[1].Rejected, first.Epochs[^1].Edges[1].Stands));
        Assert.Equal((71, 100), (first.Epochs[^2].Edges[0].Score, first.Epochs[^1].Edges[0].Score));

        await ThirdEpochAsync(first);
        var second = await SettleAsync(_epoch + 2, SettlementStore.Open(_folder.File("two.db"), chain));

        // What the app has requested and got in between cannot be charged; the 250 units of Bob can.
        Assert.Equal(Send("0.25"), Assert.Single(second.Epochs).Charged);
        await RecomputedLaterAsync(second);
        _folder.Dispose();
    }

    private async Task PrepareAsync()
    {
        _guardians = [.. (await GuardiansAsync()).OrderBy(guardian => guardian.Stake)];
        _edges = [await NodeAsync("edge0", NodeRole.Edge, "10000", 0), await NodeAsync("edge1", NodeRole.Edge, "10000", 0)];
        (_app, _user, _bob) = (await PersonAsync("app", "2000"), await PersonAsync("user"), await PersonAsync("bob", "2000"));
        await AllowAsync(_app, Contracts.RelayCredit);
        await AllowAsync(_bob, Contracts.RelayCredit);
        await AllowAsync(_bob, Contracts.WorkProofs);
        await DoAsync(_app, new AddDelegateFunction { Identity = _app.Address, DelegateType = [.. "relay"u8, .. new byte[27]], Delegate = _user.Address, Validity = 3_600 });
        await DoAsync(_app, Deposit(_app, 0, "1000"));
        await DoAsync(_bob, Deposit(_bob, 0, "5"));
        await DoAsync(_bob, Deposit(_bob, 1, "100"));
        _epoch = await CurrentEpochAsync() + 1;
        await BeginEpochAsync(_epoch);
        await DoAsync(_app, new SetSignerLimitFunction { Units = 100 });
    }

    private async Task FirstEpochAsync()
    {
        var (one, two) = (Book(0, _epoch), Book(1, _epoch));
        one.Take(_app, 500);
        one.Take(_app.Address, _user, 200);
        one.Take(_bob, 10_000);
        two.Take(_bob, 50);
        await ReachAsync(_epoch, EpochWindow.Commitment);
        await PublishAsync((0, one), (1, two));
        var sheets = new[] { Sheet(0, _epoch, [70, 255], 0, 1), Sheet(1, _epoch, [71, 80], 0, 1) };
        await CommitScoresAsync(sheets);
        await DoAsync(_bob, Deposit(_bob, 0, "100"));
        await DoAsync(_app, new RequestWithdrawFunction { Edge = _edges[0].Address, Amount = SendAmount.Max });
        await ReachAsync(_epoch, EpochWindow.Reveal);
        await RevealScoresAsync(sheets);
        await ReachAsync(_epoch, EpochWindow.Settlement);

        // Two of three guardians, with half of all stake, have revealed: neither the score nor what they hold needs more. Nobody settles this epoch.
        await StakeAsync(await PersonAsync("late", "1000"), _guardians[2], "1000");
    }

    private async Task SecondEpochAsync()
    {
        var (one, two) = (Book(0, _epoch + 1), Book(1, _epoch + 1));
        one.Take(_app, 10);
        one.Take(_app.Address, _user, 300);
        one.Take(_bob, 1_000);
        two.Take(_bob, 20);
        await ReachAsync(_epoch + 1, EpochWindow.Commitment);
        await PublishAsync((0, one), (1, two));
        var sheets = new[] { Sheet(0, _epoch + 1, [], 0, 1), Sheet(2, _epoch + 1, [], 0, 1) };
        await CommitScoresAsync(sheets);
        await DoAsync(_bob, Deposit(_bob, 0, "7"));
        await ReachAsync(_epoch + 1, EpochWindow.Reveal);
        await RevealScoresAsync(sheets);
        await DoAsync(_bob, new ChallengeFunction { Epoch = _epoch + 1, Edge = _edges[1].Address, Unit = 3 });
        await TooEarlyAsync();
        await ReachAsync(_epoch + 1, EpochWindow.Settlement);
        await DoAsync(_bob, new ConvictFunction { Epoch = _epoch + 1, Edge = _edges[1].Address, Unit = 3 });
    }

    /// <summary>The app withdraws all that is left, with its proof, before the epoch's windows close.</summary>
    private async Task ThirdEpochAsync(SettlementResult last)
    {
        var proofs = new SettlementProofs(last.Figures);
        await PassAsync(Clock.SettlementDelay);
        await DoAsync(_bob, SettlementCalls.Claim(proofs.FindEarnings(_edges[0].Address)!));
        await DoAsync(_bob, new RequestWithdrawFunction { Edge = _edges[1].Address, Amount = Send("60") });
        await ReachAsync(_epoch + 2, EpochWindow.Commitment);
        var one = Book(0, _epoch + 2);
        one.Take(_app.Address, _user, 50);
        one.Take(_bob, 250);
        await PublishAsync((0, one));
        var sheets = _guardians.Select((_, number) => Sheet(number, _epoch + 2, [100, 100], 0)).ToArray();
        await CommitScoresAsync(sheets);
        await DoAsync(_app, SettlementCalls.Withdrawal(proofs.FindCharge(_app.Address, _edges[0].Address)!));
        await ReachAsync(_epoch + 2, EpochWindow.Reveal);
        await RevealScoresAsync(sheets);
        await ReachAsync(_epoch + 2, EpochWindow.Settlement);
    }

    private async Task RecomputedLaterAsync(SettlementResult second)
    {
        await PassAsync(Clock.SettlementDelay);
        await DoAsync(_bob, Deposit(_bob, 0, "20"));
        await DoAsync(_bob, new RequestWithdrawFunction { Edge = _edges[0].Address, Amount = Send("50") });
        await DoAsync(_app, new SetSignerLimitFunction { Units = 1 });
        using var state = await Index.ReadAsync(default);
        var store = SettlementStore.Open(_folder.File("three.db"), await Chain.GetIdentityAsync(default));
        var computer = new SettlementComputer(_leaves, store, RewardsDomain);
        var again = await computer.RecomputeAsync(state, state.Settlements.Find(_epoch + 2)!, default);
        Assert.Equal(SettlementText.Of(second, RewardsDomain), SettlementText.Of(again, RewardsDomain));

        // The first was computed on the way, and is kept as the chain has it.
        var kept = store.Find(_epoch + 1)!;
        Assert.True(kept.Matches(state.Settlements.Find(_epoch + 1)!));
        Assert.False(kept.Matches(state.Settlements.Find(_epoch + 2)!));
        var other = kept with { Figures = kept.Figures with { Earnings = [kept.Figures.Earnings[0], .. kept.Figures.Earnings] } };
        Assert.False(other.Matches(state.Settlements.Find(_epoch + 1)!));

        var empty = SqliteLeafStore.Open(_folder.File("empty.db"), await Chain.GetIdentityAsync(default));
        var missing = await Assert.ThrowsAsync<SendingException>(() => new SettlementComputer(empty, store, RewardsDomain).ComputeAsync(state, _epoch + 2, default));
        Assert.Equal(ErrorCode.LeavesMissing, missing.Code);
    }

    private async Task TooEarlyAsync()
    {
        using var state = await Index.ReadAsync(default);
        Assert.Equal(ErrorCode.CheckFailed, Assert.Throws<SendingException>(() => SettlementComputer.Required(state, _epoch + 1)).Code);
    }

    /// <summary>Computes, compares, submits.</summary>
    private async Task<SettlementResult> SettleAsync(long epoch, SettlementStore store)
    {
        using var state = await Index.ReadAsync(default);
        Assert.All(SettlementComputer.Required(state, epoch), commitment => Assert.Contains(_published, set => set.Root == commitment.Root));
        var result = await new SettlementComputer(_leaves, store, RewardsDomain).ComputeAsync(state, epoch, default);
        var expected = await IndependentSettlement.ComputeAsync(Chain, _published, epoch);
        Assert.Equal(expected, SettlementText.Of(result, RewardsDomain));

        GuardianSignature[] signatures = [.. _guardians.Reverse().Select(guardian => new GuardianSignature(guardian.Address, result.Message.Sign(RewardsDomain, guardian.Operator.Key)))];
        var submitted = Event<SettlementSubmittedEventDTO>(await DoAsync(_bob, SettlementCalls.Submission(result.Message, signatures)));
        Assert.Equal(result.Message.Digest(RewardsDomain), submitted.Digest);
        Assert.Equal(result.Epochs[0].Epoch, (long)submitted.FirstEpoch);
        return result;
    }

    private ReceiptBook Book(int edge, long epoch) => new(WorkDomain, _edges[edge].Address, epoch);

    private async Task PublishAsync(params (int Edge, ReceiptBook Book)[] books)
    {
        foreach (var (edge, book) in books)
        {
            var set = book.ToSet();
            Assert.Equal(Hex(book.Tree.Root), set.Root);
            _published.Add(set);
            await _leaves.SaveAsync(set, default);
            await CommitWorkAsync(_edges[edge], book);
        }
    }

    private ScoreSheet Sheet(int guardian, long epoch, byte[] scores, params int[] held) => new(_guardians[guardian], epoch, scores, held);

    private DepositFunction Deposit(UnlockedAccount payer, int edge, string amount) => new() { Payer = payer.Address, Edge = _edges[edge].Address, Amount = Send(amount) };
}
