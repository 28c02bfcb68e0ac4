// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {RewardPool} from "../../../contracts/rewards/RewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {Wealth} from "./Wealth.sol";

/// Attacks with settlements: shown where they do not belong, held up, left out, or wrong. Of seven guardians five are needed.
contract SettlementAttacksTest is SettlementTest {
    using StandardTree for bytes32[];
    using Wealth for NodeStaking;

    uint256 private constant EARNED = 90 ether;
    uint256 private constant CHARGED = 50 ether;
    /// @dev All parts of 950 millionths of the fund.
    uint256 private constant BUDGET = (ENDOWMENT * 950) / 1e6;

    function _guardianCount() internal pure override returns (uint256) {
        return 7;
    }

    /// @dev What was signed, paid and claimed cannot be submitted, paid or claimed again by a new implementation.
    function test_replayedAfterAnUpgrade() public {
        Settlement memory settlement = _paid(EPOCH);
        _settle(settlement);
        bytes32[] memory proof = _earningsProof(alice, EARNED);
        pool.claim(alice, EARNED, proof);
        RewardPool next = new RewardPool(token, staking, credit, work, config);
        vm.prank(admin);
        pool.upgradeToAndCall(address(next), "");
        uint256 before = staking.wealth(alice, alice);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.EpochSpent.selector, EPOCH, EPOCH + 1));
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingToClaim.selector, alice, EARNED, EARNED));
        pool.claim(alice, EARNED, proof);
        assertEq(staking.wealth(alice, alice), before, "the Edge");
    }

    /// @dev On the branch that was dropped the Edge had committed its work; on the one that stayed it has not.
    function test_signedBeforeAReorg() public {
        vm.prank(bob);
        credit.deposit(bob, alice, CHARGED);
        _warpAfter(EPOCH, 0);
        uint256 fork = vm.snapshotState();
        _work(EPOCH, CHARGED);
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.totalEarned) = (CHARGED, EARNED);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 7);
        vm.revertToState(fork);
        _warpAfter(EPOCH, W4);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, CHARGED, 0));
        pool.submitSettlement(settlement, owners, signatures);
        assertEq(credit.creditHeld(), CHARGED, "the payer's credit");
    }

    /// @dev On the branch that was dropped the predecessor became final; on the one that stayed the council has cancelled it.
    function test_signedAfterAPredecessorThatAReorgTookAway() public {
        _submitInTime(_settlement(EPOCH));
        uint256 fork = vm.snapshotState();
        _skip(DELAY);
        Settlement memory settlement = _settlement(EPOCH + 1);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 7);
        vm.revertToState(fork);
        _cancelPending();
        _warpAfter(EPOCH + 1, W4);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.WrongPrevious.selector, settlement.previous, bytes32(0)));
        pool.submitSettlement(settlement, owners, signatures);
    }

    /// @dev Two are cancelled, the third cannot be; it covers all their epochs, and the Edge has what it would have had.
    function test_councilCancelsTwice() public {
        uint256 before = staking.wealth(alice, alice);
        vm.prank(bob);
        credit.deposit(bob, alice, 3 * CHARGED);
        Settlement memory settlement;
        for (uint256 i = 0; i < 3; i++) {
            _work(EPOCH + i, CHARGED);
            settlement = _settlement(EPOCH + i);
            (settlement.totalCharged, settlement.totalEarned) = (CHARGED * (i + 1), EARNED * (i + 1));
            settlement.earningsRoot = _earnings(alice, EARNED * (i + 1)).root();
            _submitInTime(settlement);
            if (i != 2) _cancelPending();
        }
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.TooManyCancellations.selector, 2));
        vm.prank(council);
        pool.cancelSettlement(EPOCH + 2);
        _skip(DELAY);
        pool.claim(alice, 3 * EARNED, _earningsProof(alice, 3 * EARNED));
        _skip(RELEASE);
        assertEq(staking.wealth(alice, alice), before + 3 * EARNED, "the Edge");
    }

    function test_gapOfOneEpoch() public {
        paysForCoveredEpochsOnly(1);
    }

    function test_gapOfSevenEpochs() public {
        paysForCoveredEpochsOnly(7);
    }

    function test_gapOfTwoHundredEpochs() public {
        paysForCoveredEpochsOnly(200);
    }

    /// @dev Two thirds rewrite the tree: what alice earned before becomes heidi's. alice has the whole delay to claim by the one before.
    function test_earlierEarningsRewritten() public {
        _register(Role.Edge, heidi, EDGE_MIN);
        _settle(_paid(EPOCH));
        uint256 before = staking.wealth(heidi, heidi);
        Settlement memory settlement = _settlement(EPOCH + 1);
        settlement.earningsRoot = _earnings(heidi, EARNED).root();
        _submitInTime(settlement);
        _skip(DELAY - 1);
        assertEq(pool.claim(alice, EARNED, _earningsProof(alice, EARNED)), EARNED, "claimed for alice, by anybody");
        _skip(1);
        bytes32[] memory proof = _earningsProof(heidi, EARNED);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientRewards.selector, EARNED, 0));
        pool.claim(heidi, EARNED, proof);
        assertEq(staking.wealth(heidi, heidi), before, "the Edge of the two thirds");
    }

    /// @dev Three of seven are absent, and nothing can be settled; suspended by a stranger they count no more. Those who were there cannot be
    /// suspended, and who comes back is weighed again.
    function test_absentGuardiansSuspendedAndResumed() public {
        uint256 present = EPOCH + 6;
        _reveal(present, "");
        Settlement memory settlement = _settlement(present);
        _warpAfter(present, W4);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 3, 7);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.QuorumNotReached.selector, 4 * GUARDIAN_STAKE, 7 * GUARDIAN_STAKE));
        pool.submitSettlement(settlement, owners, signatures);
        vm.startPrank(stranger);
        for (uint256 i = 0; i < 3; i++) staking.suspend(guardians[i]);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotInactive.selector, guardians[3], present, present));
        staking.suspend(guardians[3]);
        vm.stopPrank();
        settlement.epoch = present + 1;
        _warpAfter(present + 1, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.GuardianWithoutWeight.selector, guardians[0]));
        (owners, signatures) = _sign(settlement, 3, 7);
        uint256 snapshot = vm.snapshotState();
        pool.submitSettlement(settlement, owners, signatures);
        vm.revertToState(snapshot);
        vm.prank(vm.addr(_keyOf(guardians[0])));
        staking.resume(guardians[0]);
        assertEq(staking.getVotes(guardians[0]), GUARDIAN_STAKE, "weighed again");
    }

    /// @dev A guardian that changes its key in front of a submission that it has signed holds it up until it is left out: for one transaction.
    function test_operatorRotatedInFrontOfTheSubmission() public {
        Settlement memory settlement = _settlement(EPOCH);
        _warpAfter(EPOCH, W4);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 7);
        (address fresh, uint256 key) = makeAddrAndKey("fresh operator");
        bytes memory consent = _signature(key, staking.operatorConsentDigest(guardians[0], fresh));
        vm.prank(guardians[0]);
        staking.setOperator(fresh, consent);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.InvalidSignature.selector, guardians[0]));
        pool.submitSettlement(settlement, owners, signatures);
        (owners, signatures) = _sign(settlement, 1, 7);
        pool.submitSettlement(settlement, owners, signatures);
        assertEq(pool.pending().epoch, EPOCH, "submitted without it");
    }

    /// @dev A guardian that says it holds every Edge's leaves moves no money: who is paid is what two thirds sign.
    function test_heldBitsThatLie() public {
        vm.prank(bob);
        credit.deposit(bob, alice, CHARGED);
        _work(EPOCH, CHARGED);
        uint256 value = work.workValue(EPOCH, EPOCH);
        uint256 before = staking.wealth(guardians[3], guardians[3]);
        _reveal(EPOCH, hex"ffffffff");
        assertEq(work.workValue(EPOCH, EPOCH), value, "worth what it was");
        assertEq(staking.wealth(guardians[3], guardians[3]), before, "the guardian");
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.totalEarned) = (CHARGED, EARNED);
        _warpAfter(EPOCH, W4);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 3, 7);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.QuorumNotReached.selector, 4 * GUARDIAN_STAKE, 7 * GUARDIAN_STAKE));
        pool.submitSettlement(settlement, owners, signatures);
    }

    /// @dev After a gap, the work of epochs that lapsed is nobody's to charge, and at most seven budgets can be paid.
    function paysForCoveredEpochsOnly(uint256 gap) private {
        _settle(_settlement(EPOCH));
        vm.prank(bob);
        credit.deposit(bob, alice, CHARGED);
        _work(EPOCH + 1, CHARGED);
        Settlement memory settlement = _settlement(EPOCH + gap);
        bool covered = gap <= MAX_LAG + 1;
        _warpAfter(settlement.epoch, W4);
        uint256 limit = BUDGET * (covered ? gap : MAX_LAG + 1);
        if (!covered) {
            settlement.totalCharged = CHARGED;
            _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, CHARGED, 0));
        }
        settlement.totalCharged = covered ? CHARGED : 0;
        limit += (settlement.totalCharged * 9) / 10;
        settlement.totalEarned = limit + 1;
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.EarningsExceedBudget.selector, limit + 1, limit));
        settlement.totalEarned = limit;
        _submit(settlement);
        _skip(DELAY);
        pool.execute();
        assertEq(staking.undistributedRewards(), limit, "all that nodes can get");
    }

    /// @notice A settlement of `epoch` by which alice's Edge earns `EARNED` and bob is charged `CHARGED`.
    function _paid(uint256 epoch) private returns (Settlement memory settlement) {
        _workAndCredit(epoch, CHARGED);
        settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.totalEarned) = (CHARGED, EARNED);
        (settlement.earningsRoot, settlement.chargesRoot) = (_earnings(alice, EARNED).root(), _charges(bob, alice, CHARGED).root());
    }

    /// @notice The last four guardians score nobody, and say what they hold.
    function _reveal(uint256 epoch, bytes memory held) private {
        for (uint256 i = 3; i < 7; i++) {
            _warpAfter(epoch, 0);
            vm.startPrank(guardians[i]);
            work.commitScores(epoch, keccak256(abi.encode(epoch, guardians[i], bytes(""), bytes32(0))));
            _warpAfter(epoch, 2 hours);
            work.revealScores(epoch, "", 0, held);
            vm.stopPrank();
        }
        _warpAfter(epoch, 4 hours + 1);
    }
}
