// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

contract ScoresTest is WorkTest {
    bytes32 private constant SALT = keccak256("salt");
    bytes private constant SCORES = hex"0064ff3207";
    bytes private constant HELD = hex"1f";

    function test_OperatorCommits() public {
        vm.warp(END);
        vm.expectEmit(address(work));
        emit IWorkProofs.ScoresCommitted(EPOCH, grace, _hash());
        _commitBy(guardianOperator, _hash());
    }

    function test_OperatorReveals() public {
        vm.warp(END);
        _commitBy(grace, _hash());
        vm.warp(END + W1);
        vm.expectEmit(address(work));
        emit IWorkProofs.ScoresRevealed(EPOCH, grace, SCORES, HELD);
        _revealBy(guardianOperator);
    }

    function test_OwnerReveals() public {
        vm.warp(END);
        _commitBy(guardianOperator, _hash());
        vm.warp(END + W1);
        vm.expectEmit(address(work));
        emit IWorkProofs.ScoresRevealed(EPOCH, grace, SCORES, HELD);
        _revealBy(grace);
    }

    function test_NewOperatorReveals() public {
        vm.warp(END);
        _commitBy(guardianOperator, _hash());
        (address heir, uint256 key) = makeAddrAndKey("heir");
        bytes memory consent = _signature(key, staking.operatorConsentDigest(grace, heir));
        vm.prank(grace);
        staking.setOperator(heir, consent);
        vm.warp(END + W1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NotGuardian.selector, guardianOperator));
        _revealBy(guardianOperator);
        _revealBy(heir);
    }

    function test_StakingIsTold() public {
        vm.warp(END + 1 days);
        bytes32 hash = keccak256(abi.encode(EPOCH + 1, grace, SCORES, SALT));
        vm.prank(grace);
        work.commitScores(EPOCH + 1, hash);
        vm.warp(END + 1 days + W1);
        vm.expectEmit(address(staking));
        emit INodeStaking.RevealRecorded(grace, EPOCH + 1);
        vm.prank(grace);
        work.revealScores(EPOCH + 1, SCORES, SALT, HELD);
        assertEq(staking.nodeInfo(grace).lastSeenEpoch, EPOCH + 1, "seen");
    }

    function test_LastHashCounts() public {
        vm.warp(END);
        _commitBy(grace, _hash());
        _commitBy(guardianOperator, keccak256("other"));
        vm.warp(END + W1);
        _expectMismatch(EPOCH);
        _revealBy(grace);
        vm.warp(END + W1 - 1);
        _commitBy(grace, _hash());
        vm.warp(END + W1);
        _revealBy(grace);
    }

    /// @dev Every byte value at every place; all others are scores.
    function testFuzz_RevertWhen_AScoreIsNone(uint8 length, uint8 place, uint8 value) public {
        bytes memory scores = new bytes(bound(length, 1, 255));
        for (uint256 i = 0; i < scores.length; i++) scores[i] = bytes1(uint8(i % 102 == 101 ? 255 : i % 102));
        scores[place % scores.length] = bytes1(value);
        vm.warp(END);
        _commitBy(grace, keccak256(abi.encode(EPOCH, grace, scores, SALT)));
        vm.warp(END + W1);
        if (value > 100 && value < 255) vm.expectRevert(abi.encodeWithSelector(IWorkProofs.InvalidScores.selector));
        vm.prank(grace);
        work.revealScores(EPOCH, scores, SALT, HELD);
    }

    function test_NoOpinionAtAll() public {
        vm.warp(END);
        _commitBy(grace, keccak256(abi.encode(EPOCH, grace, bytes(""), SALT)));
        vm.warp(END + W1);
        vm.expectEmit(address(work));
        emit IWorkProofs.ScoresRevealed(EPOCH, grace, "", "");
        vm.prank(grace);
        work.revealScores(EPOCH, "", SALT, "");
    }

    /// @dev A guardian without votes scores on: nothing here asks for them.
    function test_SuspendedGuardianReveals() public {
        vm.warp(END + 10 days);
        staking.suspend(grace);
        uint256 epoch = EPOCH + 10;
        bytes32 hash = keccak256(abi.encode(epoch, grace, SCORES, SALT));
        vm.prank(guardianOperator);
        work.commitScores(epoch, hash);
        _warpAfter(epoch, W1);
        vm.prank(guardianOperator);
        work.revealScores(epoch, SCORES, SALT, HELD);
        assertEq(staking.nodeInfo(grace).lastSeenEpoch, epoch, "seen");
    }

    function test_WindowsToTheSecond() public {
        vm.warp(END - 1);
        _expectClosed(EPOCH, END, END + W1);
        _commitBy(grace, _hash());
        vm.warp(END);
        _commitBy(grace, _hash());
        vm.warp(END + W1 - 1);
        _commitBy(grace, _hash());
        _expectClosed(EPOCH, END + W1, END + W2);
        _revealBy(grace);
        vm.warp(END + W1);
        _expectClosed(EPOCH, END, END + W1);
        _commitBy(grace, _hash());
        uint256 snapshot = vm.snapshotState();
        _revealBy(grace);
        vm.revertToState(snapshot);
        vm.warp(END + W2 - 1);
        _revealBy(grace);
        vm.revertToState(snapshot);
        vm.warp(END + W2);
        _expectClosed(EPOCH, END + W1, END + W2);
        _revealBy(grace);
    }

    function test_RevertWhen_EpochIsAbsurd() public {
        uint256 epoch = type(uint256).max;
        uint256 end = config.epochStart(uint256(type(uint32).max) + 1);
        vm.warp(END);
        _expectClosed(epoch, end, end + W1);
        vm.prank(grace);
        work.commitScores(epoch, _hash());
        _expectClosed(epoch, end + W1, end + W2);
        vm.prank(grace);
        work.revealScores(epoch, SCORES, SALT, HELD);
    }

    function test_RevertWhen_HashIsZero() public {
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ZeroHash.selector));
        _commitBy(grace, 0);
    }

    function test_RevertWhen_NotAGuardian() public {
        address[4] memory others = [alice, edgeOperator, bob, stranger];
        for (uint256 i = 0; i < others.length; i++) {
            vm.warp(END);
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NotGuardian.selector, others[i]));
            _commitBy(others[i], _hash());
            vm.warp(END + W1);
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NotGuardian.selector, others[i]));
            _revealBy(others[i]);
        }
    }

    function test_RevertWhen_NothingWasCommitted() public {
        vm.warp(END + W1);
        _expectMismatch(EPOCH);
        _revealBy(grace);
    }

    function test_RevertWhen_RevealedTwice() public {
        vm.warp(END);
        _commitBy(grace, _hash());
        vm.warp(END + W1);
        _revealBy(grace);
        _expectMismatch(EPOCH);
        _revealBy(grace);
    }

    function test_RevertWhen_AnyPartDiffers() public {
        vm.warp(END);
        _commitBy(grace, _hash());
        vm.warp(END + W1);
        _expectMismatch(EPOCH);
        vm.prank(grace);
        work.revealScores(EPOCH, hex"0064ff3208", SALT, HELD);
        _expectMismatch(EPOCH);
        vm.prank(grace);
        work.revealScores(EPOCH, hex"0064ff320700", SALT, HELD);
        _expectMismatch(EPOCH);
        vm.prank(grace);
        work.revealScores(EPOCH, SCORES, keccak256("other"), HELD);
    }

    /// @dev Not revealed in its time: too late for ever.
    function test_RevertWhen_HashIsOfAnotherEpoch() public {
        vm.warp(END);
        _commitBy(grace, _hash());
        vm.warp(END + 1 days + W1);
        _expectMismatch(EPOCH + 1);
        vm.prank(grace);
        work.revealScores(EPOCH + 1, SCORES, SALT, HELD);
    }

    /// @dev Who copies another guardian's hash cannot open it, even knowing all that is in it.
    function test_RevertWhen_HashIsAnotherGuardians() public {
        _register(Role.Guardian, heidi, 200_000 ether);
        vm.warp(END);
        _commitBy(grace, _hash());
        _commitBy(heidi, _hash());
        vm.warp(END + W1);
        _revealBy(grace);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ScoresMismatch.selector, heidi, EPOCH));
        _revealBy(heidi);
    }

    function _commitBy(address caller, bytes32 hash) private {
        vm.prank(caller);
        work.commitScores(EPOCH, hash);
    }

    function _revealBy(address caller) private {
        vm.prank(caller);
        work.revealScores(EPOCH, SCORES, SALT, HELD);
    }

    function _expectClosed(uint256 epoch, uint256 from, uint256 until) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, epoch, from, until));
    }

    function _expectMismatch(uint256 epoch) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ScoresMismatch.selector, grace, epoch));
    }

    function _hash() private view returns (bytes32) {
        return keccak256(abi.encode(EPOCH, grace, SCORES, SALT));
    }
}
