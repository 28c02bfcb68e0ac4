using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;
using Sending.Testing;
using WithdrawFunction = Sending.Chain.Contracts.RelayCredit.ContractDefinition.WithdrawFunction;
using WithdrawnEventDTO = Sending.Chain.Contracts.RelayCredit.ContractDefinition.WithdrawnEventDTO;

namespace Sending.Chain.Tests.Protocol;

/// <summary>Nobody settles an epoch for so long that it lapses: what was prepaid for it goes back, and no later settlement can charge it.</summary>
public class LapsedEpochTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private const ulong LostUnits = 20_000;
    private const ulong PaidUnits = 7_000;

    private static readonly BigInteger PaidCharge = PaidUnits * FeePerUnit;
    private static readonly BigInteger PaidEarnings = (PaidCharge * 90 / 100) + (PaidCharge * 5 / 100);

    private StoryNode _edge = null!;
    private StoryNode[] _guardians = [];
    private UnlockedAccount _early = null!;
    private UnlockedAccount _late = null!;
    private long _lapsing;
    private long _settled;

    [Fact]
    public async Task What_nobody_settles_in_time_is_neither_charged_nor_paid()
    {
        await EverybodyEntersAsync();
        await WorkIsCommittedAndNotSettledAsync();
        await TheEpochLapsesAsync();
        await ALaterSettlementDoesNotCoverItAsync();
    }

    private async Task EverybodyEntersAsync()
    {
        _edge = await NodeAsync("edge", NodeRole.Edge, "10000", commission: 0);
        _guardians = await GuardiansAsync();
        (_early, _late) = (await PersonAsync("early", "100"), await PersonAsync("late", "100"));
        foreach (var payer in new[] { _early, _late })
        {
            await AllowAsync(payer, Contracts.RelayCredit);
            await DoAsync(payer, new DepositFunction { Payer = payer.Address, Edge = _edge.Address, Amount = Send("100") });
        }
    }

    private async Task WorkIsCommittedAndNotSettledAsync()
    {
        _lapsing = await CurrentEpochAsync() + 1;
        _settled = _lapsing + Clock.MaxLag + 1;
        await BeginEpochAsync(_lapsing);
        await DoAsync(_early, new RequestWithdrawFunction { Edge = _edge.Address, Amount = SendAmount.Max });

        await ReachAsync(_lapsing, EpochWindow.Commitment);
        await CommitWorkAsync(_edge, Receipts(_lapsing, _early, LostUnits));
        Assert.Equal(LostUnits * FeePerUnit, await Chain.Work.WorkValueQueryAsync(_lapsing, _lapsing));
    }

    private async Task TheEpochLapsesAsync()
    {
        // The window of epoch e + maxLag is the last in which a settlement can cover e.
        await ReachAsync(_settled, EpochWindow.Commitment);
        await CommitWorkAsync(_edge, Receipts(_settled, _late, PaidUnits));
        await CommitScoresAsync(Scores());
        await ReachAsync(_settled, EpochWindow.Reveal);
        await RevealScoresAsync(Scores());
        await ReachAsync(_settled, EpochWindow.Answer);
        Assert.False(await Chain.Rewards.IsClosedQueryAsync(_lapsing));
        var withdrawal = new WithdrawFunction { Edge = _edge.Address, CumulativeCharged = 0, Proof = [] };
        await RefusedAsync(_early, withdrawal, "EpochNotClosed", $"Epoch {_lapsing} is not closed yet: wait for its settlement to be final.");

        await ReachAsync(_settled, EpochWindow.Settlement);
        Assert.True(await Chain.Rewards.IsClosedQueryAsync(_lapsing));
        Assert.False(await Chain.Rewards.IsClosedQueryAsync(_lapsing + 1));

        // While no settlement is final there is nothing to prove: the whole deposit comes back.
        var wrong = new WithdrawFunction { Edge = _edge.Address, CumulativeCharged = 1, Proof = [] };
        await RefusedAsync(_early, wrong, "InvalidCharge", $"1 is not what the newest final settlement charged {_early.Address} at {_edge.Address}. Fetch the proof again.");
        var withdrawn = Event<WithdrawnEventDTO>(await DoAsync(_early, withdrawal));
        Assert.Equal((Send("100"), 0, 0), (withdrawn.Amount, withdrawn.CumulativeCharged, withdrawn.Balance));
        Assert.Equal(Send("100"), await BalanceAsync(_early.Address));
    }

    private async Task ALaterSettlementDoesNotCoverItAsync()
    {
        var books = new SettlementBooks(RewardsDomain);
        books.Charge(_early.Address, _edge, 0);
        books.Charge(_late.Address, _edge, PaidCharge);
        books.Earn(_edge, PaidEarnings);
        books.EarnAsGuardians(_guardians);

        var settlement = books.Settle(_settled);
        await RefusedOutsideAsync(_late, books.Sign(settlement with { Epoch = _lapsing }, _guardians), _lapsing, Clock.W4, Clock.W4 + Clock.EpochDuration);
        var covering = settlement with { TotalCharged = PaidCharge + (LostUnits * FeePerUnit) };
        await RefusedAsync(_late, books.Sign(covering, _guardians), "ChargesExceedWork", "Charges of 27 SEND are above the 7 SEND of committed work.");

        var submitted = Event<SettlementSubmittedEventDTO>(await DoAsync(_late, books.Sign(settlement, _guardians)));
        Assert.Equal((_settled, _lapsing + 1), (submitted.Epoch, submitted.FirstEpoch));
        await PassAsync(Clock.SettlementDelay);
        var receipt = await DoAsync(_late, books.Claim(_edge));
        Assert.Equal((PaidCharge, PaidEarnings + Send("250")), (Event<SettlementExecutedEventDTO>(receipt).Charged, Event<SettlementExecutedEventDTO>(receipt).Earned));
        Assert.Equal(PaidEarnings, Event<RewardsDistributedEventDTO>(receipt).Amount);
        Assert.Equal(Send("100") - PaidCharge, await BalanceAsync(Contracts.RelayCredit));
    }

    private ReceiptBook Receipts(long epoch, UnlockedAccount client, ulong units)
    {
        var book = new ReceiptBook(WorkDomain, _edge.Address, epoch);
        book.Take(client, units);
        return book;
    }

    private ScoreSheet[] Scores() => [.. _guardians.Select(guardian => new ScoreSheet(guardian, _settled, [100], 0))];
}
