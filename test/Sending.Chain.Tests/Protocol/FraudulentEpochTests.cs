using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;
using Sending.Testing;
using WithdrawnEventDTO = Sending.Chain.Contracts.RelayCredit.ContractDefinition.WithdrawnEventDTO;

namespace Sending.Chain.Tests.Protocol;

/// <summary>An Edge invents work. Somebody asks for the proof of one unit of it: it is convicted, slashed and not paid; the honest one is.</summary>
public class FraudulentEpochTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private const ulong HonestUnits = 30_000;
    private const ulong RealUnits = 20_000;
    private const ulong InventedUnits = 10_000;

    private static readonly BigInteger HonestCharge = HonestUnits * FeePerUnit;

    /// <summary>90 % of the charges, and half of the other 10 %: everybody found the Edge available at all times.</summary>
    private static readonly BigInteger HonestEarnings = (HonestCharge * 90 / 100) + (HonestCharge * 5 / 100);

    private StoryNode _honest = null!;
    private StoryNode _fraud = null!;
    private StoryNode[] _guardians = [];
    private UnlockedAccount _payer = null!;
    private UnlockedAccount _victim = null!;
    private UnlockedAccount _auditor = null!;
    private ReceiptBook _honestReceipts = null!;
    private ReceiptBook _fraudReceipts = null!;
    private SettlementBooks _books = null!;
    private long _epoch;

    [Fact]
    public async Task Who_invents_work_loses_stake_and_pay()
    {
        await EverybodyEntersAsync();
        await AnEdgeInventsAUnitAsync();
        await AnAuditorChallengesItAsync();
        await TheEdgeIsConvictedAsync();
        await GuardiansSettleWithoutItAsync();
        await TheOtherEdgeIsPaidAsync();
    }

    private async Task EverybodyEntersAsync()
    {
        _honest = await NodeAsync("honest", NodeRole.Edge, "10000", commission: 0);
        _fraud = await NodeAsync("fraud", NodeRole.Edge, "10000", commission: 0);
        var delegator = await PersonAsync("delegator", "5000");
        await StakeAsync(delegator, _fraud, "5000");
        _guardians = await GuardiansAsync();
        (_payer, _victim, _auditor) = (await PersonAsync("payer", "200"), await PersonAsync("victim"), await PersonAsync("auditor", "50"));
        await AllowAsync(_payer, Contracts.RelayCredit);
        await AllowAsync(_auditor, Contracts.WorkProofs);
        await DoAsync(_payer, new DepositAllFunction { Deposits = [Deposit(_honest), Deposit(_fraud)] });

        _epoch = await CurrentEpochAsync() + 1;
        await BeginEpochAsync(_epoch);
        await DoAsync(_payer, new RequestWithdrawFunction { Edge = _fraud.Address, Amount = SendAmount.Max });
    }

    private async Task AnEdgeInventsAUnitAsync()
    {
        _honestReceipts = new ReceiptBook(WorkDomain, _honest.Address, _epoch);
        _honestReceipts.Take(_payer, HonestUnits);
        _fraudReceipts = new ReceiptBook(WorkDomain, _fraud.Address, _epoch);
        _fraudReceipts.Take(_payer, RealUnits);
        _fraudReceipts.Invent(_victim.Address, _fraud.Operator.Key, InventedUnits);

        await ReachAsync(_epoch, EpochWindow.Commitment);
        await CommitWorkAsync(_honest, _honestReceipts);
        await CommitWorkAsync(_fraud, _fraudReceipts);
        await CommitScoresAsync(Scores());
        Assert.Equal((HonestUnits + RealUnits + InventedUnits) * FeePerUnit, await Chain.Work.WorkValueQueryAsync(_epoch, _epoch));
    }

    private async Task AnAuditorChallengesItAsync()
    {
        Assert.Null(_honestReceipts.FirstInventedUnit());
        var unit = Assert.NotNull(_fraudReceipts.FirstInventedUnit());
        var real = _fraudReceipts.FirstUnitOf(_payer.Address, _payer.Address);

        await ReachAsync(_epoch, EpochWindow.Reveal);
        await RevealScoresAsync(Scores());
        await DoAsync(_auditor, new ChallengeFunction { Epoch = _epoch, Edge = _fraud.Address, Unit = unit });
        Assert.True((await BalanceAsync(_auditor.Address)).IsZero);
        Assert.Equal(HonestCharge, await Chain.Work.WorkValueQueryAsync(_epoch, _epoch));

        // The Edge has the leaf and its path, but no receipt of the client.
        await RefusedAsync(_fraud.Operator, Answer(_fraudReceipts.Answer(unit)), "InvalidReceipt", $"The signature is no receipt of {_victim.Address} for {_victim.Address} in this epoch.");
        await RefusedAsync(_fraud.Operator, Answer(_fraudReceipts.Answer(unit, by: real)), "UnitNotCovered", $"The leaf covers {RealUnits} units from {real} on, not unit {unit}.");
        await RefusedAsync(_auditor, Conviction(unit), "OutsideWindow", $"For epoch {_epoch} this is possible from {Time(EndOf(_epoch) + Clock.W4)} on.");
    }

    private async Task TheEdgeIsConvictedAsync()
    {
        var unit = Assert.NotNull(_fraudReceipts.FirstInventedUnit());
        await ReachAsync(_epoch, EpochWindow.Settlement);
        var commitment = (await Chain.Work.CommitmentOfQueryAsync(_epoch, _fraud.Address)).Info;
        Assert.True(commitment is { Rejected: true, Convicted: false });
        await RefusedOutsideAsync(_fraud.Operator, Answer(_fraudReceipts.Answer(unit)), _epoch, Clock.W1, Clock.W4);

        // A tenth of all its stake, 1,500 of 15,000 SEND; the challenger gets a tenth of what the owner himself lost, and his bond.
        var receipt = await DoAsync(_payer, Conviction(unit));
        var convicted = Event<ConvictedEventDTO>(receipt);
        Assert.Equal((_fraud.Address, _auditor.Address, Send("1500")), (convicted.Edge, convicted.Reporter, convicted.Slashed));
        var slashed = Event<SlashedEventDTO>(receipt);
        Assert.Equal((1_000, Send("1500"), 0, Send("100")), (slashed.Bps, slashed.Bonded, slashed.Unbonding, slashed.ToReporter));
        Assert.Equal((unit, _auditor.Address), (Event<BondRefundedEventDTO>(receipt).Unit, Event<BondRefundedEventDTO>(receipt).Challenger));
        Assert.Equal(Send("150"), await BalanceAsync(_auditor.Address));
        Assert.True((await BalanceAsync(Contracts.WorkProofs)).IsZero);
        await RefusedAsync(_auditor, Conviction(unit), "AlreadyConvicted", $"{_fraud.Address} is convicted for epoch {_epoch} already.");

        var node = (await Chain.Staking.NodeInfoQueryAsync(_fraud.Address)).Info;
        Assert.Equal((Send("9000"), Send("13500"), false), (node.OwnBonded, node.Bonded, node.Active));
        Assert.Equal(Send("1400"), Event<FundedEventDTO>(await DoAsync(_auditor, new CollectSlashedFunction())).Amount);
    }

    private async Task GuardiansSettleWithoutItAsync()
    {
        _books = new SettlementBooks(RewardsDomain);
        _books.Charge(_payer.Address, _honest, HonestCharge);
        _books.Charge(_payer.Address, _fraud, 0);
        _books.Earn(_honest, HonestEarnings);
        _books.EarnAsGuardians(_guardians);

        // Not even all guardians together can have the convicted work charged.
        var settlement = _books.Settle(_epoch);
        var dishonest = settlement with { TotalCharged = HonestCharge + (RealUnits * FeePerUnit) };
        await RefusedAsync(_payer, _books.Sign(dishonest, _guardians), "ChargesExceedWork", "Charges of 50 SEND are above the 30 SEND of committed work.");

        var submitted = Event<SettlementSubmittedEventDTO>(await DoAsync(_payer, _books.Sign(settlement, _guardians)));
        Assert.Equal((HonestCharge, HonestEarnings + Send("250")), (submitted.Settlement.TotalCharged, submitted.Settlement.TotalEarned));
        Assert.Equal(Send("400001400") + HonestCharge - HonestEarnings - Send("250"), submitted.Fund);
        await PassAsync(Clock.SettlementDelay);
    }

    private async Task TheOtherEdgeIsPaidAsync()
    {
        var stolen = _books.Claim(_honest);
        stolen.Node = _fraud.Address;
        await RefusedAsync(_fraud.Owner, stolen, "InvalidEarnings", $"{HonestEarnings} is not what the newest final settlement has for {_fraud.Address}. Fetch the proof again.");
        var distributed = Event<RewardsDistributedEventDTO>(await DoAsync(_honest.Owner, _books.Claim(_honest)));
        Assert.Equal((_honest.Address, HonestEarnings), (distributed.Node, distributed.Amount));

        await PassAsync(TimeSpan.FromSeconds(60));
        await DoAsync(_honest.Owner, new ClaimRewardsFunction { Node = _honest.Address });
        Assert.Equal(HonestEarnings, await BalanceAsync(_honest.Address));

        // The payer gets back all that he had prepaid to the fraud, for what it did relay as well.
        var withdrawn = Event<WithdrawnEventDTO>(await DoAsync(_payer, _books.Withdraw(_payer.Address, _fraud)));
        Assert.Equal((Send("100"), 0), (withdrawn.Amount, withdrawn.CumulativeCharged));
        Assert.Equal(Send("100"), await BalanceAsync(_payer.Address));
    }

    private Deposit Deposit(StoryNode edge) => new() { Payer = _payer.Address, Edge = edge.Address, Amount = Send("100") };

    private AnswerFunction Answer(Answer proven) => new() { Epoch = _epoch, Edge = _fraud.Address, Proven = proven };

    private ConvictFunction Conviction(ulong unit) => new() { Epoch = _epoch, Edge = _fraud.Address, Unit = unit };

    /// <summary>All guardians hold the honest Edge's leaves, and cannot say that of the other's: they check every signature.</summary>
    private ScoreSheet[] Scores() => [.. _guardians.Select(guardian => new ScoreSheet(guardian, _epoch, [100, 100], 0))];
}
