// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// When a settlement is final, when it is cancelled, and when an epoch is closed.
contract FinalityTest is SettlementTest {
    function test_nothingYet() public view {
        assertEq(pool.lastFinal().digest, bytes32(0), "none is final");
        assertEq(pool.lastFinal().finalAt, 0, "none is final");
        assertEq(pool.lastFinal().fund, ENDOWMENT, "the fund of the first epochs");
        assertEq(pool.pending().digest, bytes32(0), "none is pending");
        assertEq(pool.nextEpoch(), 0, "every number is free");
        assertEq(pool.cancellationsLeft(), 2, "both are left");
        (bool closed, uint256 covered, bytes32 root, uint256 setAside) = pool.creditTerms(0);
        assertEq(closed, true, "epoch 0 lapsed: its time was up at the end of epoch 7's window");
        assertEq(covered, 0, "none is covered");
        assertEq(root, bytes32(0), "no charges");
        assertEq(setAside, 0, "nothing set aside");
    }

    function test_finalByTheClockAlone() public {
        Settlement memory settlement = _settlement(EPOCH);
        settlement.chargesRoot = keccak256("charges");
        _submitInTime(settlement);
        uint256 finalAt = vm.getBlockTimestamp() + DELAY;
        vm.warp(finalAt - 1);
        _require(pool.pending(), settlement);
        assertEq(pool.lastFinal().digest, bytes32(0), "not yet");
        assertFalse(pool.isClosed(EPOCH), "not yet");
        vm.warp(finalAt);
        _require(pool.lastFinal(), settlement);
        assertEq(pool.lastFinal().finalAt, finalAt, "final at");
        assertEq(pool.pending().digest, bytes32(0), "pending no more");
        (bool closed, uint256 covered, bytes32 root, ) = pool.creditTerms(EPOCH);
        assertTrue(closed, "closed");
        assertEq(covered, EPOCH + 1, "covered");
        assertEq(root, settlement.chargesRoot, "charges");
    }

    /// @dev Nobody executes or claims for many settlements: each is final, the last two are remembered.
    function test_twoRecordsAreEnough() public {
        Settlement memory last;
        for (uint256 i = 0; i < 5; i++) {
            Settlement memory settlement = _settlement(EPOCH + i);
            settlement.earningsRoot = keccak256(abi.encode(i));
            _submitInTime(settlement);
            if (i != 0) _require(pool.lastFinal(), last);
            _require(pool.pending(), settlement);
            _skip(DELAY);
            _require(pool.lastFinal(), settlement);
            last = settlement;
        }
    }

    function test_cancels() public {
        _settle(_settlement(EPOCH));
        IRewardPool.SettlementInfo memory before = pool.lastFinal();
        _submitInTime(_settlement(EPOCH + 1));
        bytes32 digest = pool.pending().digest;
        _skip(DELAY - 1);
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementCancelled(EPOCH + 1, digest);
        vm.prank(council);
        pool.cancelSettlement(EPOCH + 1);
        assertEq(abi.encode(pool.lastFinal()), abi.encode(before), "as if it had never been submitted");
        assertEq(pool.pending().digest, bytes32(0), "none is pending");
        assertEq(pool.nextEpoch(), EPOCH + 2, "but its number is spent");
        assertEq(pool.cancellationsLeft(), 1, "one is left");
        assertFalse(pool.isClosed(EPOCH + 1), "open");
    }

    /// @dev The first of all, before anything is final.
    function test_cancelsTheFirst() public {
        _submitInTime(_settlement(EPOCH));
        _cancelPending();
        assertEq(pool.lastFinal().digest, bytes32(0), "none is final");
        assertEq(pool.lastFinal().fund, ENDOWMENT, "the fund of the first epochs");
        Settlement memory settlement = _settlement(EPOCH + 1);
        _settle(settlement);
        _require(pool.lastFinal(), settlement);
    }

    function test_RevertWhen_CancelledTooLate() public {
        _settle(_settlement(EPOCH));
        vm.startPrank(council);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingPending.selector, EPOCH));
        pool.cancelSettlement(EPOCH);
        vm.stopPrank();
    }

    function test_RevertWhen_AnotherIsCancelledThanThePendingOne() public {
        uint256[4] memory others = [uint256(0), EPOCH - 1, EPOCH + 1, type(uint256).max];
        for (uint256 round = 0; round < 2; round++) {
            for (uint256 i = 0; i < others.length; i++) {
                vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingPending.selector, others[i]));
                vm.prank(council);
                pool.cancelSettlement(others[i]);
            }
            if (round == 0) _submitInTime(_settlement(EPOCH));
        }
        _cancelPending();
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingPending.selector, EPOCH));
        vm.prank(council);
        pool.cancelSettlement(EPOCH);
    }

    function test_RevertWhen_CancelledAThirdTime() public {
        for (uint256 i = 0; i < 2; i++) {
            _submitInTime(_settlement(EPOCH + i));
            _cancelPending();
            assertEq(pool.cancellationsLeft(), 1 - i, "left");
        }
        _submitInTime(_settlement(EPOCH + 2));
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.TooManyCancellations.selector, 2));
        vm.prank(council);
        pool.cancelSettlement(EPOCH + 2);
        _skip(DELAY);
        assertEq(pool.lastFinal().epoch, EPOCH + 2, "final");
        assertEq(pool.cancellationsLeft(), 2, "both again");
        _submitInTime(_settlement(EPOCH + 3));
        assertEq(pool.cancellationsLeft(), 2, "still both");
        _cancelPending();
        assertEq(pool.cancellationsLeft(), 1, "one is left");
    }

    function testFuzz_RevertWhen_CancelledByAnybodyElse(address caller) public {
        vm.assume(caller != council);
        _submitInTime(_settlement(EPOCH));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        pool.cancelSettlement(EPOCH);
    }

    /// @dev An epoch that nobody settles lapses with the window of the epoch `MAX_LAG` later.
    function test_lapses() public {
        uint256 end = config.epochStart(EPOCH + MAX_LAG + 1) + W4 + DAY;
        vm.warp(end - 1);
        assertFalse(pool.isClosed(EPOCH), "can be covered yet");
        vm.warp(end);
        assertTrue(pool.isClosed(EPOCH), "lapsed");
        assertFalse(pool.isClosed(EPOCH + 1), "the next has a day");
    }

    /// @dev Submitted in its last second, a settlement keeps the oldest epoch that it covers open, and closes it when it is final.
    function test_doesNotLapseWhilePending() public {
        _warpAfter(EPOCH + MAX_LAG, W4 + DAY - 1);
        _submit(_settlement(EPOCH + MAX_LAG));
        _skip(1);
        assertFalse(pool.isClosed(EPOCH), "covered by a pending one");
        assertTrue(pool.isClosed(EPOCH - 1), "not covered");
        uint256 snapshot = vm.snapshotState();
        _skip(DELAY - 2);
        assertFalse(pool.isClosed(EPOCH), "covered by a pending one");
        _skip(1);
        assertTrue(pool.isClosed(EPOCH), "covered by a final one");
        assertTrue(pool.isClosed(EPOCH + MAX_LAG), "and so are all to the last");
        assertFalse(pool.isClosed(EPOCH + MAX_LAG + 1), "no further");
        vm.revertToState(snapshot);
        _cancelPending();
        assertTrue(pool.isClosed(EPOCH), "lapsed when it was cancelled");
        assertFalse(pool.isClosed(EPOCH + 1), "can be covered yet");
    }

    /// @dev What a settlement covers cannot change while it may be submitted, and what has lapsed is never covered.
    function testFuzz_lapsedEpochsAreNeverCovered(uint256 lag, uint256 delay) public {
        _settle(_settlement(EPOCH));
        lag = bound(lag, 1, 40);
        delay = bound(delay, 0, DAY - 1);
        uint256 epoch = EPOCH + lag;
        uint256 first = lag > MAX_LAG + 1 ? epoch - MAX_LAG : EPOCH + 1;
        _warpAfter(epoch, W4 + delay);
        for (uint256 i = EPOCH; i <= epoch; i++) assertEq(pool.isClosed(i), i < first, "closed before");
        Settlement memory settlement = _settlement(epoch);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, GUARDIANS);
        bytes32 digest = pool.settlementDigest(settlement);
        uint256 finalAt = vm.getBlockTimestamp() + DELAY;
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementSubmitted(epoch, digest, first, settlement, ENDOWMENT, finalAt);
        pool.submitSettlement(settlement, owners, signatures);
        vm.warp(finalAt - 1);
        for (uint256 i = EPOCH; i <= epoch; i++) assertEq(pool.isClosed(i), i < first, "closed while pending");
        vm.warp(finalAt);
        for (uint256 i = EPOCH; i <= epoch; i++) assertTrue(pool.isClosed(i), "closed after");
        assertFalse(pool.isClosed(epoch + 1), "the next is not");
    }

    function test_hugeEpochsAreOpen() public view {
        uint256[3] memory huge = [uint256(type(uint32).max), uint256(type(uint32).max) + 1, type(uint256).max];
        for (uint256 i = 0; i < huge.length; i++) assertFalse(pool.isClosed(huge[i]), "not yet");
    }

    /// @dev A closed epoch stays closed, whatever happens.
    function testFuzz_closedForGood(uint256 seed) public {
        bool[40] memory closed;
        _warpAfter(EPOCH, W4);
        for (uint256 step = 0; step < 24; step++) {
            seed = uint256(keccak256(abi.encode(seed)));
            _skip((seed % 3) * (DAY / 2) + 1 + ((seed >> 8) % DAY) / 2);
            uint256 over = vm.getBlockTimestamp() - GENESIS - W4;
            uint256 epoch = over / DAY - 1;
            bool free = pool.pending().finalAt == 0 && epoch >= pool.nextEpoch();
            if (free && (seed >> 32) % 4 != 0) _submit(_settlement(epoch));
            else if (pool.pending().finalAt != 0 && pool.cancellationsLeft() != 0 && (seed >> 64) % 2 == 0) _cancelPending();
            for (uint256 i = 0; i < closed.length; i++) {
                bool now_ = pool.isClosed(i);
                assertTrue(now_ || !closed[i], "opened again");
                closed[i] = now_;
            }
        }
    }
}
