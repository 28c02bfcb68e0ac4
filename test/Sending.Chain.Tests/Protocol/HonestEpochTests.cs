using System.Numerics;
using System.Text;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;
using Sending.Chain.Staking;
using Sending.Testing;
using WithdrawFunction = Sending.Chain.Contracts.RelayCredit.ContractDefinition.WithdrawFunction;
using WithdrawnEventDTO = Sending.Chain.Contracts.RelayCredit.ContractDefinition.WithdrawnEventDTO;

namespace Sending.Chain.Tests.Protocol;

/// <summary>
/// An app pays for its user, somebody else for himself; their Edge proves its work, guardians score and settle it, and everybody gets what
/// is his, to the wei.
/// </summary>
public class HonestEpochTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private const ulong AppUnits = 400_001;
    private const ulong UserUnits = 250_000;
    private const ulong UserLimit = 200_000;
    private const ulong BobUnits = 80_000;
    private const ulong AllUnits = AppUnits + UserUnits + BobUnits;

    /// <summary>The user's units count up to his limit, and Bob's 80 SEND of work up to the 50 that he has prepaid.</summary>
    private static readonly BigInteger AppCharge = (AppUnits + UserLimit) * FeePerUnit;
    private static readonly BigInteger BobCharge = Send("50");

    /// <summary>90 % of all charges, and half of the other 10 % as a subsidy, each times the score of 95 %.</summary>
    private static readonly BigInteger EdgeEarnings =
        ((AppCharge + BobCharge) * 9_000 * 95 / 1_000_000) + ((AppCharge + BobCharge) * 1_000 * 95 * 5_000 / BigInteger.Pow(10, 10));

    private StoryNode _edge = null!;
    private StoryNode[] _guardians = [];
    private UnlockedAccount _delegator = null!;
    private UnlockedAccount _app = null!;
    private UnlockedAccount _user = null!;
    private UnlockedAccount _bob = null!;
    private UnlockedAccount _stranger = null!;
    private SettlementBooks _books = null!;
    private ReceiptBook _receipts = null!;
    private long _epoch;

    [Fact]
    public async Task Everybody_gets_what_is_his()
    {
        await NodesRegisterAsync();
        await PayersDepositAsync();
        await ClientsSignReceiptsAsync();
        await WorkAndScoresAreCommittedAsync();
        await ScoresAreRevealedAsync();
        await AChallengeIsAnsweredAsync();
        await GuardiansSettleAsync();
        await TheSettlementBecomesFinalAsync();
        await OwnerAndDelegatorArePaidAsync();
        await UnusedCreditIsWithdrawnAsync();
    }

    private async Task NodesRegisterAsync()
    {
        (_stranger, _delegator) = (await PersonAsync("stranger", "100"), await PersonAsync("delegator", "5000"));
        _edge = await NodeAsync("edge", NodeRole.Edge, "10000", commission: 1_000);
        await StakeAsync(_delegator, _edge, "5000");
        _guardians = await GuardiansAsync();

        var edge = (await Chain.Staking.NodeInfoQueryAsync(_edge.Address)).Info;
        Assert.Equal((Send("10000"), Send("15000"), Send("15000"), true), (edge.OwnBonded, edge.Bonded, edge.Weight, edge.Active));
        Assert.Equal(_edge.Operator.Address, edge.Operator);
    }

    private async Task PayersDepositAsync()
    {
        (_app, _user, _bob) = (await PersonAsync("app", "1000"), await PersonAsync("user"), await PersonAsync("bob", "50"));
        await Task.WhenAll(AllowAsync(_app, Contracts.RelayCredit), AllowAsync(_bob, Contracts.RelayCredit));
        await RefusedAsync(_bob, Deposit(_bob, "0.5"), "BelowMinimumDeposit", "A deposit of 0.5 SEND is below the minimum of 1 SEND.");

        var deposited = Event<DepositedEventDTO>(await DoAsync(_app, Deposit(_app, "1000")));
        Assert.Equal((_app.Address, _edge.Address, Send("1000")), (deposited.Payer, deposited.Edge, deposited.Balance));
        await DoAsync(_bob, Deposit(_bob, "50"));

        // One payer, many signers: the app's DID names its user's key, for which it pays so much an epoch.
        var relay = new AddDelegateFunction { Identity = _app.Address, DelegateType = Bytes32("relay"), Delegate = _user.Address, Validity = 3_600 };
        Assert.Equal(_user.Address, Event<DIDDelegateChangedEventDTO>(await DoAsync(_app, relay)).Delegate);
        Assert.Equal(UserLimit, Event<SignerLimitSetEventDTO>(await DoAsync(_app, new SetSignerLimitFunction { Units = UserLimit })).Units);

        _epoch = await CurrentEpochAsync() + 1;
        await BeginEpochAsync(_epoch);
        Assert.Equal(UserLimit, await Chain.Credit.SignerLimitAtQueryAsync(_app.Address, _epoch));
        Assert.True(await Chain.Work.MaySignQueryAsync(_app.Address, _user.Address, _epoch));
        Assert.False(await Chain.Work.MaySignQueryAsync(_bob.Address, _user.Address, _epoch));
    }

    private async Task ClientsSignReceiptsAsync()
    {
        _receipts = new ReceiptBook(WorkDomain, _edge.Address, _epoch);
        _receipts.Take(_app, AppUnits);
        _receipts.Take(_app.Address, _user, 100_000);
        _receipts.Take(_app.Address, _user, UserUnits);
        _receipts.Take(_bob, BobUnits);
        Assert.Equal((3, AllUnits), (_receipts.Tree.Leaves.Count, _receipts.Tree.Total));

        // The app is leaving: this epoch may still use all of its credit, no later one may.
        var requested = Event<WithdrawalRequestedEventDTO>(
            await DoAsync(_app, new RequestWithdrawFunction { Edge = _edge.Address, Amount = SendAmount.Max }));
        Assert.Equal((Send("1000"), _epoch), (requested.Requested, requested.Epoch));
        await RefusedAsync(_app, new WithdrawFunction { Edge = _edge.Address, Proof = [] }, "EpochNotClosed", $"Epoch {_epoch} is not closed yet: wait for its settlement to be final.");
        await RefusedOutsideAsync(_edge.Operator, Commitment(AllUnits), _epoch, TimeSpan.Zero, Clock.W1);
    }

    private async Task WorkAndScoresAreCommittedAsync()
    {
        await ReachAsync(_epoch, EpochWindow.Commitment);
        var committed = Event<WorkCommittedEventDTO>(await DoAsync(_edge.Operator, Commitment(AllUnits)));
        Assert.Equal((_epoch, _edge.Address, AllUnits), (committed.Epoch, committed.Edge, committed.Units));
        Assert.Equal(_receipts.Tree.Root, committed.Root);
        await CommitScoresAsync(Scores());

        await RefusedAsync(_edge.Operator, Commitment(1_500_001), "OverCapacity", "1500001 units are more than the 1500000 that the Edge's stake covered at the epoch's end. Stake more for later epochs.");
        await RefusedAsync(_stranger, Commitment(AllUnits), "NotEdge", $"{_stranger.Address} is neither owner nor operator of an Edge.");
        await RefusedOutsideAsync(_guardians[0].Operator, Scores()[0].Reveal(), _epoch, Clock.W1, Clock.W2);
        await RefusedOutsideAsync(_stranger, Challenge(0), _epoch, Clock.W1, Clock.W3);
    }

    private async Task ScoresAreRevealedAsync()
    {
        await ReachAsync(_epoch, EpochWindow.Reveal);
        var sheets = Scores();
        await RefusedAsync(
            sheets[0].Guardian.Operator,
            (sheets[0] with { Scores = [100] }).Reveal(),
            "ScoresMismatch",
            $"The scores are not those that {sheets[0].Guardian.Address} has committed for epoch {_epoch}, or were revealed already.");
        var revealed = Event<ScoresRevealedEventDTO>(await DoAsync(sheets[0].Guardian.Operator, sheets[0].Reveal()));
        Assert.Equal(sheets[0].Scores, revealed.Scores);
        Assert.Equal([0], HeldBitmap.Edges(revealed.Held));
        await RevealScoresAsync(sheets[1..]);
    }

    private async Task AChallengeIsAnsweredAsync()
    {
        await AllowAsync(_stranger, Contracts.WorkProofs);
        var unit = _receipts.FirstUnitOf(_app.Address, _user.Address) + 7;
        var others = _receipts.FirstUnitOf(_bob.Address, _bob.Address);
        await RefusedAsync(_stranger, Challenge(AllUnits), "UnitOutOfRange", $"Unit {AllUnits} does not exist; the commitment has {AllUnits} units, counted from 0.");
        var challenged = Event<ChallengedEventDTO>(await DoAsync(_stranger, Challenge(unit)));
        Assert.Equal((unit, _stranger.Address, Send("50")), (challenged.Unit, challenged.Challenger, challenged.Bond));
        Assert.Equal(Send("50"), await BalanceAsync(_stranger.Address));
        Assert.True((await Chain.Work.WorkValueQueryAsync(_epoch, _epoch)).IsZero);
        await RefusedAsync(_stranger, Challenge(unit), "AlreadyChallenged", $"Unit {unit} of {_edge.Address} in epoch {_epoch} was challenged already.");

        var wrong = _receipts.Answer(unit);
        wrong.Leaf.Units++;
        await RefusedAsync(_edge.Operator, Answer(wrong), "ProofMismatch", $"The proof does not lead to what {_edge.Address} has committed for epoch {_epoch}.");
        await RefusedAsync(_edge.Operator, Answer(_receipts.Answer(unit, by: others)), "UnitNotCovered", $"The leaf covers {BobUnits} units from {others} on, not unit {unit}.");

        var answered = Event<AnsweredEventDTO>(await DoAsync(_edge.Operator, Answer(_receipts.Answer(unit))));
        Assert.Equal((unit, _edge.Operator.Address, Send("50")), (answered.Unit, answered.Answerer, answered.Bond));
        Assert.Equal(Send("50"), await BalanceAsync(_edge.Operator.Address));
        Assert.Equal(AllUnits * FeePerUnit, await Chain.Work.WorkValueQueryAsync(_epoch, _epoch));
    }

    private async Task GuardiansSettleAsync()
    {
        _books = new SettlementBooks(RewardsDomain);
        _books.Charge(_app.Address, _edge, AppCharge);
        _books.Charge(_bob.Address, _edge, BobCharge);
        _books.Earn(_edge, EdgeEarnings);
        _books.EarnAsGuardians(_guardians);

        var settlement = _books.Settle(_epoch);
        await RefusedOutsideAsync(_stranger, _books.Sign(settlement, _guardians), _epoch, Clock.W4, Clock.W4 + Clock.EpochDuration);
        await ReachAsync(_epoch, EpochWindow.Settlement);
        await RefusalsOfSettlementsAsync(settlement);

        var receipt = await DoAsync(_stranger, _books.Sign(settlement, _guardians));
        var submitted = Event<SettlementSubmittedEventDTO>(receipt);
        var mined = await Chain.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(receipt.BlockNumber);
        Assert.Equal((_epoch, 0), (submitted.Epoch, submitted.FirstEpoch));
        Assert.Equal(settlement.Digest(RewardsDomain), submitted.Digest);
        Assert.Equal(mined.Timestamp.Value + 15, submitted.FinalAt);
        Assert.Equal(Send("400000000") + AppCharge + BobCharge - EdgeEarnings - Send("250"), submitted.Fund);

        await RefusedAsync(_stranger, _books.Sign(settlement, _guardians), "SettlementPending", $"The settlement of epoch {_epoch} is pending until {Time(ChainTime.FromUnix(submitted.FinalAt))}.");
        await RefusedAsync(_edge.Owner, _books.Claim(_edge), "NoFinalSettlement", "No settlement is final yet.");
        await RefusedAsync(_app, _books.Withdraw(_app.Address, _edge), "EpochNotClosed", $"Epoch {_epoch} is not closed yet: wait for its settlement to be final.");
    }

    private async Task RefusalsOfSettlementsAsync(SettlementMessage settlement)
    {
        var smallest = _guardians.MinBy(guardian => guardian.Stake)!;
        var largest = _guardians.MaxBy(guardian => guardian.Stake)!;
        await RefusedAsync(_stranger, _books.Sign(settlement, largest), "QuorumNotReached", "Guardians with 250,000 SEND of 500,000 SEND have signed; two thirds must.");
        await RefusedAsync(_stranger, _books.Sign(settlement, smallest, smallest, largest), "GuardiansNotAscending", $"{smallest.Address} comes after {smallest.Address}; guardians are named once each, in ascending order.");
        await RefusedAsync(_stranger, _books.Sign(settlement, _edge), "GuardianWithoutWeight", $"{_edge.Address} had no stake that counted at the epoch's end.");
        var foreign = _books.Sign(settlement, _guardians);
        foreign.Signatures[1] = settlement.Sign(RewardsDomain, _guardians[1].Owner.Key);
        await RefusedAsync(_stranger, foreign, "InvalidSignature", $"The signature for {_guardians[1].Address} is not its operator's.");
        var altered = _books.Sign(settlement, _guardians);
        altered.Settlement.TotalEarned++;
        await RefusedAsync(_stranger, altered, "InvalidSignature", $"The signature for {_guardians[0].Address} is not its operator's.");

        // What two thirds sign is bounded all the same: by the work, the credit, and the emission of epoch 0 to this one.
        var above = settlement with { TotalCharged = (AllUnits * FeePerUnit) + 1 };
        await RefusedAsync(_stranger, _books.Sign(above, _guardians), "ChargesExceedWork", "Charges of 730.001000000000000001 SEND are above the 730.001 SEND of committed work.");
        var limit = (settlement.TotalCharged * 9_000 / 10_000) + (Send("380000") * (_epoch + 1));
        var more = settlement with { TotalEarned = limit + 1 };
        await RefusedAsync(_stranger, _books.Sign(more, _guardians), "EarningsExceedBudget", $"Earnings of {Amount(limit + 1)} are above the limit of {Amount(limit)}.");
        var other = settlement with { Previous = settlement.ChargesRoot };
        await RefusedAsync(_stranger, _books.Sign(other, _guardians), "WrongPrevious", $"The settlement follows {Hex(settlement.ChargesRoot)}; the last final one is {Hex(new byte[32])}.");
    }

    private async Task TheSettlementBecomesFinalAsync()
    {
        var credit = await BalanceAsync(Contracts.RelayCredit);
        var pool = await BalanceAsync(Contracts.RewardPool);
        var staking = await BalanceAsync(Contracts.NodeStaking);
        await PassAsync(Clock.SettlementDelay);
        Assert.True(await Chain.Rewards.IsClosedQueryAsync(_epoch));

        var executed = Event<SettlementExecutedEventDTO>(await DoAsync(_stranger, new ExecuteFunction()));
        var (charged, earned) = (AppCharge + BobCharge, EdgeEarnings + Send("250"));
        Assert.Equal((_epoch, charged, earned), (executed.Epoch, executed.Charged, executed.Earned));
        Assert.Equal(credit - charged, await BalanceAsync(Contracts.RelayCredit));
        Assert.Equal(pool + charged - earned, await BalanceAsync(Contracts.RewardPool));
        Assert.Equal(staking + earned, await BalanceAsync(Contracts.NodeStaking));
        await RefusedAsync(_stranger, new ExecuteFunction(), "NothingToExecute", "The money of all final settlements is where it belongs.");
    }

    private async Task OwnerAndDelegatorArePaidAsync()
    {
        var claim = _books.Claim(_edge);
        var greedy = _books.Claim(_edge);
        greedy.Cumulative++;
        await RefusedAsync(_edge.Owner, greedy, "InvalidEarnings", $"{greedy.Cumulative} is not what the newest final settlement has for {_edge.Address}. Fetch the proof again.");
        var receipt = await DoAsync(_stranger, claim);
        var commission = EdgeEarnings / 10;
        Assert.Equal(EdgeEarnings, Event<EarningsClaimedEventDTO>(receipt).Amount);
        Assert.Equal((EdgeEarnings, commission), (Event<RewardsDistributedEventDTO>(receipt).Amount, Event<RewardsDistributedEventDTO>(receipt).ToOwner));
        await RefusedAsync(_stranger, claim, "NothingToClaim", $"{_edge.Address} has earned {Amount(EdgeEarnings)} so far and got {Amount(EdgeEarnings)}: there is nothing to claim.");

        // The commission is the owner's at once; the rest flows to all shares for a minute.
        Assert.Equal(commission, await Chain.Staking.ClaimableRewardsQueryAsync(_edge.Address, _edge.Address, new(receipt.BlockNumber)));
        Assert.True((await Chain.Staking.ClaimableRewardsQueryAsync(_edge.Address, _delegator.Address, new(receipt.BlockNumber))).IsZero);
        await PassAsync(TimeSpan.FromSeconds(60));
        await DoAsync(_edge.Owner, new ClaimRewardsFunction { Node = _edge.Address });
        await DoAsync(_delegator, new ClaimRewardsFunction { Node = _edge.Address });
        Assert.Equal(commission + PartOfShares(EdgeEarnings - commission, Send("10000"), Send("15000")), await BalanceAsync(_edge.Owner.Address));
        Assert.Equal(PartOfShares(EdgeEarnings - commission, Send("5000"), Send("15000")), await BalanceAsync(_delegator.Address));
        await RefusedAsync(_delegator, new ClaimRewardsFunction { Node = _edge.Address }, "NothingToClaim", $"{_delegator.Address} has no released rewards at the node of {_edge.Address}. See `sending-cli rewards show`.");

        // A guardian without a commission earns by its shares alone.
        var guardian = _guardians[0];
        await DoAsync(_stranger, _books.Claim(guardian));
        await PassAsync(TimeSpan.FromSeconds(60));
        await DoAsync(guardian.Owner, new ClaimRewardsFunction { Node = guardian.Address });
        Assert.Equal(PartOfShares(guardian.Stake / 2_000, guardian.Stake, guardian.Stake), await BalanceAsync(guardian.Address));
    }

    private async Task UnusedCreditIsWithdrawnAsync()
    {
        var withdrawal = _books.Withdraw(_app.Address, _edge);
        var cheap = _books.Withdraw(_app.Address, _edge);
        cheap.CumulativeCharged--;
        await RefusedAsync(_app, cheap, "InvalidCharge", $"{cheap.CumulativeCharged} is not what the newest final settlement charged {_app.Address} at {_edge.Address}. Fetch the proof again.");
        var withdrawn = Event<WithdrawnEventDTO>(await DoAsync(_app, withdrawal));
        Assert.Equal((Send("1000") - AppCharge, AppCharge, AppCharge), (withdrawn.Amount, withdrawn.CumulativeCharged, withdrawn.Balance));
        Assert.Equal(Send("1000") - AppCharge, await BalanceAsync(_app.Address));
        Assert.True((await Chain.Credit.CreditHeldQueryAsync()).IsZero);
        Assert.True((await BalanceAsync(Contracts.RelayCredit)).IsZero);
        await RefusedAsync(_app, withdrawal, "NothingRequested", $"{_app.Address} has not requested a withdrawal of credit at {_edge.Address}.");
    }

    /// <summary>What shares get of an amount: tokens per share, in units of 10^-15 and rounded down, times the shares.</summary>
    private static BigInteger PartOfShares(BigInteger amount, BigInteger shares, BigInteger allShares)
        => shares * (amount * BigInteger.Pow(10, 15) / allShares) / BigInteger.Pow(10, 15);

    private static byte[] Bytes32(string text) => [.. Encoding.ASCII.GetBytes(text), .. new byte[32 - text.Length]];

    private DepositFunction Deposit(UnlockedAccount payer, string amount) => new() { Payer = payer.Address, Edge = _edge.Address, Amount = Send(amount) };

    private CommitWorkFunction Commitment(ulong units) => new() { Epoch = _epoch, Root = _receipts.Tree.Root, Units = units };

    private ChallengeFunction Challenge(ulong unit) => new() { Epoch = _epoch, Edge = _edge.Address, Unit = unit };

    private AnswerFunction Answer(Answer proven) => new() { Epoch = _epoch, Edge = _edge.Address, Proven = proven };

    /// <summary>By stake 90, 95 and 97: those up to 95 have half of all stake, so 95 is the score.</summary>
    private ScoreSheet[] Scores()
    {
        byte[] scores = [90, 95, 97];
        return [.. _guardians.OrderBy(guardian => guardian.Stake).Select((guardian, place) => new ScoreSheet(guardian, _epoch, [scores[place]], 0))];
    }
}
