using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;
using Sending.Testing;
using WithdrawnEventDTO = Sending.Chain.Contracts.RelayCredit.ContractDefinition.WithdrawnEventDTO;

namespace Sending.Chain.Tests.Protocol;

/// <summary>The council cancels a settlement. Its number is spent, nothing of it happened, and the next epoch's covers what it covered.</summary>
public class CancelledEpochTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private const ulong FirstUnits = 10_000;
    private const ulong SecondUnits = 6_000;
    private const ulong ThirdUnits = 40_000;

    private static readonly BigInteger FirstCharge = FirstUnits * FeePerUnit;
    private static readonly BigInteger SecondCharge = SecondUnits * FeePerUnit;

    /// <summary>Of 40 SEND of work, what is left of the 100 deposited: 50 were paid out, and 16 charged.</summary>
    private static readonly BigInteger ThirdCharge = Send("34");

    /// <summary>Each epoch's by its own score, 100 %, 80 % and 100 %: of the charges nine tenths, and a twentieth as a subsidy.</summary>
    private static readonly BigInteger FirstEarnings = (FirstCharge * 90 / 100) + (FirstCharge * 5 / 100);
    private static readonly BigInteger SecondEarnings = (SecondCharge * 72 / 100) + (SecondCharge * 4 / 100);
    private static readonly BigInteger ThirdEarnings = (ThirdCharge * 90 / 100) + (ThirdCharge * 5 / 100);

    /// <summary>Hardhat's last account, whom the devnet's parameters name.</summary>
    private readonly UnlockedAccount _council = new("council", PrivateKeyText.FromMnemonic("test test test test test test test test test test test junk", 19));

    private StoryNode _edge = null!;
    private StoryNode[] _guardians = [];
    private UnlockedAccount _payer = null!;
    private SettlementBooks _books = null!;
    private long _first;
    private long _second;

    [Fact]
    public async Task A_cancelled_settlement_counts_as_never_submitted()
    {
        await EverybodyEntersAsync();
        await AnEpochIsWorkedAndScoredAsync(_first, FirstUnits, 100, FirstCharge, FirstEarnings);
        await TheCouncilCancelsItsSettlementAsync();
        await AnEpochIsWorkedAndScoredAsync(_second, SecondUnits, 80, SecondCharge, SecondEarnings);
        await TheNextSettlementCoversBothAsync();
        await TheCouncilCannotCancelWhatIsFinalAsync();
        await AnEpochIsWorkedAndScoredAsync(_second + 1, ThirdUnits, 100, ThirdCharge, ThirdEarnings);
        await TheOneAfterFollowsItAsync();
    }

    private async Task EverybodyEntersAsync()
    {
        _edge = await NodeAsync("edge", NodeRole.Edge, "10000", commission: 0);
        _guardians = await GuardiansAsync();
        _payer = await PersonAsync("payer", "100");
        await AllowAsync(_payer, Contracts.RelayCredit);
        await DoAsync(_payer, new DepositFunction { Payer = _payer.Address, Edge = _edge.Address, Amount = Send("100") });
        _books = new SettlementBooks(RewardsDomain);

        _first = await CurrentEpochAsync() + 1;
        _second = _first + 1;
        await BeginEpochAsync(_first);

        // Half of the credit leaves; the next epoch may use the other half.
        await DoAsync(_payer, new RequestWithdrawFunction { Edge = _edge.Address, Amount = Send("50") });
    }

    private async Task AnEpochIsWorkedAndScoredAsync(long epoch, ulong units, byte score, BigInteger charge, BigInteger earnings)
    {
        var receipts = new ReceiptBook(WorkDomain, _edge.Address, epoch);
        receipts.Take(_payer, units);
        ScoreSheet[] sheets = [.. _guardians.Select(guardian => new ScoreSheet(guardian, epoch, [score], 0))];
        await ReachAsync(epoch, EpochWindow.Commitment);
        await CommitWorkAsync(_edge, receipts);
        await CommitScoresAsync(sheets);
        await ReachAsync(epoch, EpochWindow.Reveal);
        await RevealScoresAsync(sheets);

        _books.Charge(_payer.Address, _edge, charge);
        _books.Earn(_edge, earnings);
        _books.EarnAsGuardians(_guardians);
    }

    private async Task TheCouncilCancelsItsSettlementAsync()
    {
        await ReachAsync(_first, EpochWindow.Settlement);
        var settlement = _books.Settle(_first);
        await RefusedAsync(_council, Cancellation(_first), "NothingPending", $"No settlement of epoch {_first} is pending.");
        await DoAsync(_payer, _books.Sign(settlement, _guardians));
        Assert.Equal(FirstCharge, (await Chain.Rewards.CreditTermsQueryAsync(_first)).SetAside);
        await RefusedAsync(_payer, Cancellation(_first), "AccessManagedUnauthorized", $"{_payer.Address} does not hold the role that this call needs.");
        await RefusedAsync(_guardians[0].Owner, Cancellation(_first), "AccessManagedUnauthorized", $"{_guardians[0].Address} does not hold the role that this call needs.");
        await RefusedAsync(_council, Cancellation(_second), "NothingPending", $"No settlement of epoch {_second} is pending.");

        var cancelled = Event<SettlementCancelledEventDTO>(await DoAsync(_council, Cancellation(_first)));
        Assert.Equal(_first, cancelled.Epoch);
        Assert.Equal(settlement.Digest(RewardsDomain), cancelled.Digest);
        Assert.Equal(1, await Chain.Rewards.CancellationsLeftQueryAsync());
        Assert.True((await Chain.Rewards.CreditTermsQueryAsync(_first)).SetAside.IsZero);
        await RefusedAsync(_payer, _books.Sign(settlement, _guardians), "EpochSpent", $"Epoch {_first} had its settlement; the next can be that of epoch {_second}.");

        await PassAsync(Clock.SettlementDelay);
        Assert.False(await Chain.Rewards.IsClosedQueryAsync(_first));
        await RefusedAsync(_payer, _books.Claim(_edge), "NoFinalSettlement", "No settlement is final yet.");
        await RefusedAsync(_payer, _books.Withdraw(_payer.Address, _edge), "EpochNotClosed", $"Epoch {_first} is not closed yet: wait for its settlement to be final.");
    }

    private async Task TheNextSettlementCoversBothAsync()
    {
        await ReachAsync(_second, EpochWindow.Settlement);
        var settlement = _books.Settle(_second);
        var submitted = Event<SettlementSubmittedEventDTO>(await DoAsync(_payer, _books.Sign(settlement, _guardians)));
        Assert.Equal((_second, 0, FirstCharge + SecondCharge), (submitted.Epoch, submitted.FirstEpoch, submitted.Settlement.TotalCharged));
        _books.TurnPage(settlement);
        await PassAsync(Clock.SettlementDelay);
        Assert.True(await Chain.Rewards.IsClosedQueryAsync(_first));

        var receipt = await DoAsync(_payer, _books.Claim(_edge));
        Assert.Equal(FirstEarnings + SecondEarnings, Event<RewardsDistributedEventDTO>(receipt).Amount);
        Assert.Equal(FirstCharge + SecondCharge, Event<SettlementExecutedEventDTO>(receipt).Charged);
        var withdrawn = Event<WithdrawnEventDTO>(await DoAsync(_payer, _books.Withdraw(_payer.Address, _edge)));
        Assert.Equal((Send("50"), FirstCharge + SecondCharge, Send("50")), (withdrawn.Amount, withdrawn.CumulativeCharged, withdrawn.Balance));
        Assert.Equal(Send("50"), await BalanceAsync(_payer.Address));
    }

    private async Task TheCouncilCannotCancelWhatIsFinalAsync()
    {
        await RefusedAsync(_council, Cancellation(_second), "NothingPending", $"No settlement of epoch {_second} is pending.");
        Assert.Equal(2, await Chain.Rewards.CancellationsLeftQueryAsync());
    }

    private async Task TheOneAfterFollowsItAsync()
    {
        var last = (await Chain.Rewards.LastFinalQueryAsync()).ReturnValue1;
        await ReachAsync(_second + 1, EpochWindow.Settlement);
        var settlement = _books.Settle(_second + 1);
        Assert.Equal(last.Digest, settlement.Previous);
        await RefusedAsync(_payer, _books.Sign(settlement with { Previous = new byte[32] }, _guardians), "WrongPrevious", $"The settlement follows {Hex(new byte[32])}; the last final one is {Hex(last.Digest)}.");
        var submitted = Event<SettlementSubmittedEventDTO>(await DoAsync(_payer, _books.Sign(settlement, _guardians)));
        Assert.Equal((_second + 1, ThirdCharge, ThirdEarnings + Send("250")), (submitted.FirstEpoch, submitted.Settlement.TotalCharged, submitted.Settlement.TotalEarned));
        Assert.Equal(last.Fund + ThirdCharge - ThirdEarnings - Send("250"), submitted.Fund);
        await PassAsync(Clock.SettlementDelay);

        // A claim brings what is new. The line is used up to the last bit.
        var claimed = Event<EarningsClaimedEventDTO>(await DoAsync(_payer, _books.Claim(_edge)));
        Assert.Equal((FirstEarnings + SecondEarnings + ThirdEarnings, ThirdEarnings), (claimed.Cumulative, claimed.Amount));
        Assert.True((await BalanceAsync(Contracts.RelayCredit)).IsZero);
    }

    private static CancelSettlementFunction Cancellation(long epoch) => new() { Epoch = epoch };
}
