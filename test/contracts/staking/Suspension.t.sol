// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

/// @dev Grace registers in epoch 10; five closed reveal windows without a reveal suspend. A window closes 4 hours after its epoch's end.
contract SuspensionTest is StakingTest {
    uint256 private constant WINDOW_OF_15_CLOSES = START + 6 days + 4 hours;

    function setUp() public override {
        super.setUp();
        _register(Role.Guardian, grace, GUARDIAN_MIN);
        _register(Role.Edge, alice, EDGE_MIN);
    }

    function test_suspends() public {
        vm.warp(WINDOW_OF_15_CLOSES);
        vm.expectEmit(address(staking));
        emit INodeStaking.GuardianSuspended(grace, 10);
        vm.prank(stranger);
        staking.suspend(grace);
        INodeStaking.NodeInfo memory info = staking.nodeInfo(grace);
        assertTrue(info.suspended, "suspended");
        assertFalse(info.active, "inactive");
        assertEq(info.weight, 0, "weighs nothing");
        assertEq(staking.getVotes(grace), 0, "votes nothing");
        vm.warp(WINDOW_OF_15_CLOSES + 1);
        assertEq(staking.getPastTotalSupply(WINDOW_OF_15_CLOSES), 0, "nor in total");
        assertEq(staking.getPastTotalSupply(WINDOW_OF_15_CLOSES - 1), GUARDIAN_MIN, "but before");
    }

    function test_refusesTooEarly() public {
        vm.warp(WINDOW_OF_15_CLOSES - 1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotInactive.selector, grace, 10, 14));
        staking.suspend(grace);
    }

    function test_refusesTwice() public {
        vm.warp(WINDOW_OF_15_CLOSES);
        staking.suspend(grace);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.AlreadySuspended.selector, grace));
        staking.suspend(grace);
    }

    function test_onlyGuardians() public {
        vm.warp(WINDOW_OF_15_CLOSES);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotGuardian.selector, alice));
        staking.suspend(alice);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, bob));
        staking.suspend(bob);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotGuardian.selector, alice));
        vm.prank(alice);
        staking.resume(alice);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotGuardian.selector, alice));
        vm.prank(judge);
        staking.recordReveal(alice, 1);
    }

    function test_revealPutsItOff() public {
        vm.warp(START + 3 days);
        vm.expectEmit(address(staking));
        emit INodeStaking.RevealRecorded(grace, 12);
        vm.prank(judge);
        staking.recordReveal(grace, 12);
        assertEq(staking.nodeInfo(grace).lastSeenEpoch, 12, "seen");
        vm.warp(WINDOW_OF_15_CLOSES + 2 days - 1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotInactive.selector, grace, 12, 16));
        staking.suspend(grace);
        vm.warp(WINDOW_OF_15_CLOSES + 2 days);
        staking.suspend(grace);
    }

    /// @dev Revealing for an epoch before the registration's is nothing wrong, and nothing new.
    function test_olderRevealChangesNothing() public {
        vm.recordLogs();
        vm.prank(judge);
        staking.recordReveal(grace, 10);
        vm.prank(judge);
        staking.recordReveal(grace, 3);
        assertEq(vm.getRecordedLogs().length, 0, "no event");
        assertEq(staking.nodeInfo(grace).lastSeenEpoch, 10, "as it was");
    }

    function test_refusesFutureReveals() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.FutureEpoch.selector, 11, 10));
        vm.prank(judge);
        staking.recordReveal(grace, 11);
    }

    function test_followsTheParameter() public {
        _govern(Parameter.InactivityEpochs, 2);
        vm.warp(START + 3 days + 4 hours);
        staking.suspend(grace);
    }

    function test_resume() public {
        vm.warp(WINDOW_OF_15_CLOSES);
        staking.suspend(grace);
        vm.expectEmit(address(staking));
        emit INodeStaking.GuardianResumed(grace, GUARDIAN_MIN);
        vm.prank(grace);
        staking.resume(grace);
        assertEq(staking.getVotes(grace), GUARDIAN_MIN, "votes again");
        assertEq(staking.nodeInfo(grace).lastSeenEpoch, 16, "seen now");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotSuspended.selector, grace));
        vm.prank(grace);
        staking.resume(grace);
    }

    function test_operatorResumes() public {
        (address hot, uint256 key) = makeAddrAndKey("hot");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, staking.operatorConsentDigest(grace, hot));
        vm.prank(grace);
        staking.setOperator(hot, abi.encodePacked(r, s, v));
        vm.warp(WINDOW_OF_15_CLOSES);
        staking.suspend(grace);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotNodeOperator.selector, stranger, grace));
        vm.prank(stranger);
        staking.resume(grace);
        vm.prank(hot);
        staking.resume(grace);
        assertTrue(staking.isActive(grace), "active");
    }

    /// @dev Whoever is suspended may still add, leave and be paid; the stake weighs nothing until the resumption.
    function test_stakeOfASuspendedGuardian() public {
        vm.warp(WINDOW_OF_15_CLOSES);
        staking.suspend(grace);
        _stake(bob, grace, 1_000 ether);
        assertEq(staking.weightOf(grace), 0, "weighs nothing");
        _unstake(bob, grace, 400 ether);
        vm.prank(grace);
        staking.resume(grace);
        assertEq(staking.weightOf(grace), GUARDIAN_MIN + 600 ether, "weighs what is there");
    }
}
