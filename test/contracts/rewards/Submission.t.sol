// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// Whose turn it is, and what a settlement may cost.
contract SubmissionTest is SettlementTest {
    function test_submits() public {
        _workAndCredit(EPOCH, 100 ether);
        _warpAfter(EPOCH, W4 + 17);
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 100 ether;
        settlement.totalEarned = 90 ether;
        settlement.chargesRoot = keccak256("charges");
        settlement.earningsRoot = keccak256("earnings");
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, GUARDIANS);
        uint256 finalAt = vm.getBlockTimestamp() + DELAY;
        vm.expectEmit(address(pool));
        // Of epoch 10, with nothing settled before: 4 to 10.
        emit IRewardPool.SettlementSubmitted(EPOCH, pool.settlementDigest(settlement), 4, settlement, ENDOWMENT + 10 ether, finalAt);
        vm.prank(stranger);
        pool.submitSettlement(settlement, owners, signatures);

        IRewardPool.SettlementInfo memory info = pool.pending();
        _require(info, settlement);
        assertEq(info.cumulativeCharged, 100 ether, "charged");
        assertEq(info.cumulativeEarned, 90 ether, "earned");
        assertEq(info.fund, ENDOWMENT + 10 ether, "fund");
        assertEq(info.finalAt, finalAt, "final at");
        assertEq(pool.lastFinal().digest, bytes32(0), "nothing is final yet");
        assertEq(pool.nextEpoch(), EPOCH + 1, "the number is spent");
    }

    function test_windowIsExact() public {
        Settlement memory settlement = _settlement(EPOCH);
        uint256 from = config.epochStart(EPOCH + 1) + W4;
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.OutsideWindow.selector, EPOCH, from, from + DAY);
        vm.warp(from - 1);
        _expectRefusal(settlement, refusal);
        vm.warp(from + DAY);
        _expectRefusal(settlement, refusal);
        uint256 snapshot = vm.snapshotState();
        vm.warp(from + DAY - 1);
        _submit(settlement);
        vm.revertToState(snapshot);
        vm.warp(from);
        _submit(settlement);
    }

    function test_RevertWhen_EpochIsHuge() public {
        _warpAfter(EPOCH, W4);
        uint256[3] memory huge = [uint256(type(uint32).max), uint256(type(uint64).max), type(uint256).max];
        for (uint256 i = 0; i < huge.length; i++) {
            _expectRefusal(_settlement(huge[i]), abi.encodeWithSelector(IRewardPool.OutsideWindow.selector, huge[i], 0, 0));
        }
    }

    /// @dev The last epoch whose number fits.
    function test_lastEpochOfAll() public {
        uint256 last = type(uint32).max - 1;
        _warpAfter(last, W4);
        _submit(_settlement(last));
        _skip(DELAY);
        assertEq(pool.lastFinal().epoch, last, "final");
        assertEq(pool.nextEpoch(), last + 1, "next");
        assertTrue(pool.isClosed(last), "closed");
        assertFalse(pool.isClosed(last + 1), "the one after is not");
    }

    function test_RevertWhen_AnotherIsPending() public {
        _warpAfter(EPOCH, W4 + DAY - 1);
        _submit(_settlement(EPOCH));
        uint256 finalAt = vm.getBlockTimestamp() + DELAY;
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.SettlementPending.selector, EPOCH, finalAt);
        Settlement memory next = _settlement(EPOCH + 1);
        _skip(1);
        _expectRefusal(next, refusal);
        vm.warp(finalAt - 1);
        _expectRefusal(next, refusal);
        vm.warp(finalAt);
        next.previous = pool.lastFinal().digest;
        _submit(next);
    }

    function test_RevertWhen_EpochIsSpentByAFinalOne() public {
        _settle(_settlement(EPOCH));
        _expectRefusal(_settlement(EPOCH), abi.encodeWithSelector(IRewardPool.EpochSpent.selector, EPOCH, EPOCH + 1));
    }

    function test_RevertWhen_EpochIsSpentByACancelledOne() public {
        _submitInTime(_settlement(EPOCH));
        _cancelPending();
        _expectRefusal(_settlement(EPOCH), abi.encodeWithSelector(IRewardPool.EpochSpent.selector, EPOCH, EPOCH + 1));
        Settlement memory other = _settlement(EPOCH);
        other.earningsRoot = keccak256("another");
        _expectRefusal(other, abi.encodeWithSelector(IRewardPool.EpochSpent.selector, EPOCH, EPOCH + 1));
    }

    function test_RevertWhen_PreviousIsWrong() public {
        Settlement memory settlement = _settlement(EPOCH);
        settlement.previous = keccak256("another");
        _warpAfter(EPOCH, W4);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.WrongPrevious.selector, settlement.previous, bytes32(0));
        _expectRefusal(settlement, refusal);

        settlement.previous = 0;
        _settle(settlement);
        bytes32 digest = pool.settlementDigest(settlement);
        Settlement memory next = _settlement(EPOCH + 1);
        assertEq(next.previous, digest, "the chain");
        next.previous = 0;
        _warpAfter(EPOCH + 1, W4);
        _expectRefusal(next, abi.encodeWithSelector(IRewardPool.WrongPrevious.selector, bytes32(0), digest));
    }

    /// @dev One that was cancelled is nobody's predecessor.
    function test_previousOfACancelledOneIsTheLastFinal() public {
        _settle(_settlement(EPOCH));
        bytes32 finalDigest = pool.lastFinal().digest;
        Settlement memory cancelled = _settlement(EPOCH + 1);
        _submitInTime(cancelled);
        bytes32 cancelledDigest = pool.pending().digest;
        _cancelPending();
        Settlement memory next = _settlement(EPOCH + 2);
        next.previous = cancelledDigest;
        _warpAfter(EPOCH + 2, W4);
        _expectRefusal(next, abi.encodeWithSelector(IRewardPool.WrongPrevious.selector, cancelledDigest, finalDigest));
        next.previous = finalDigest;
        _submit(next);
    }

    function test_chargesUpToTheWorkCovered() public {
        _workAndCredit(EPOCH, 100 ether);
        vm.prank(bob);
        credit.deposit(bob, alice, 1_000 ether);
        _work(EPOCH + 1, 50 ether);
        uint256 value = work.workValue(EPOCH, EPOCH + 1);
        Settlement memory settlement = _settlement(EPOCH + 1);
        settlement.totalCharged = value + 1;
        _warpAfter(EPOCH + 1, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, value + 1, value));
        settlement.totalCharged = value;
        _submit(settlement);
    }

    /// @dev Work of epochs that were settled, or lapsed, is paid for once or never.
    function test_workBeforeTheFirstEpochCoveredDoesNotCount() public {
        _workAndCredit(EPOCH, 100 ether);
        Settlement memory settlement = _settlement(EPOCH + MAX_LAG);
        settlement.totalCharged = 100 ether;
        uint256 snapshot = vm.snapshotState();
        _submitInTime(settlement);
        vm.revertToState(snapshot);

        settlement.epoch++;
        _warpAfter(settlement.epoch, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, 100 ether, 0));
        settlement.totalCharged = 0;
        _submit(settlement);
    }

    function test_settledWorkDoesNotCountAgain() public {
        _workAndCredit(EPOCH, 100 ether);
        _settle(_settlement(EPOCH));
        Settlement memory settlement = _settlement(EPOCH + 1);
        settlement.totalCharged = 1;
        _warpAfter(EPOCH + 1, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, 1, 0));
    }

    function test_workThatIsChallengedDoesNotCount() public {
        _workAndCredit(EPOCH, 100 ether);
        vm.prank(carol);
        token.approve(address(work), 50 ether);
        _warpAfter(EPOCH, 2 hours);
        vm.prank(carol);
        work.challenge(EPOCH, alice, 3);
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 1;
        _warpAfter(EPOCH, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, 1, 0));
    }

    function test_chargesUpToTheCreditHeld() public {
        vm.prank(bob);
        credit.deposit(bob, alice, 40 ether);
        _work(EPOCH, 100 ether);
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 40 ether + 1;
        _warpAfter(EPOCH, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedCredit.selector, 40 ether + 1, 40 ether));
        settlement.totalCharged = 40 ether;
        _submit(settlement);
    }

    /// @dev Credit that final settlements have charged is theirs, collected or not.
    function test_creditOfSettlementsNotExecutedIsSpokenFor() public {
        _workAndCredit(EPOCH, 100 ether);
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 70 ether;
        _settle(settlement);
        _work(EPOCH + 1, 100 ether);
        settlement = _settlement(EPOCH + 1);
        settlement.totalCharged = 30 ether + 1;
        _warpAfter(EPOCH + 1, W4);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.ChargesExceedCredit.selector, 30 ether + 1, 30 ether);
        _expectRefusal(settlement, refusal);
        pool.execute();
        assertEq(credit.creditHeld(), 30 ether, "collected");
        _expectRefusal(settlement, refusal);
        settlement.totalCharged = 30 ether;
        _submit(settlement);
    }

    /// @dev What was set aside for a cancelled one can be charged again.
    function test_cancellationGivesCreditBack() public {
        _workAndCredit(EPOCH, 100 ether);
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 100 ether;
        _submitInTime(settlement);
        _cancelPending();
        settlement.epoch = EPOCH + 1;
        _submitInTime(settlement);
        assertEq(pool.pending().cumulativeCharged, 100 ether, "counted once");
    }

    function test_epochZeroCanBeSettled() public {
        _warpAfter(MAX_LAG, W4);
        Settlement memory settlement = _settlement(MAX_LAG);
        // Nobody was a guardian then.
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.TooLittleGuardianStake.selector, 0, 1_000_000 ether));
    }

    function test_thresholdsAreThoseOfTheEpochSettled() public {
        vm.prank(admin);
        setParameter(config, Parameter.MinSigners, 6);
        _warpAfter(EPOCH, W4);
        _submit(_settlement(EPOCH));
        _skip(DELAY);
        _warpAfter(EPOCH + 1, W4);
        _expectRefusal(_settlement(EPOCH + 1), abi.encodeWithSelector(IRewardPool.TooFewSigners.selector, 5, 6));
    }
}
