// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PermitSignature} from "../../../contracts/common/Permit.sol";
import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract PauseTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Guardian, grace, GUARDIAN_MIN);
        _stake(bob, grace, 1_000 ether);
        _unstake(bob, grace, 100 ether);
        _unstake(bob, grace, 50 ether);
        _distribute(grace, 100 ether);
    }

    function test_pauses() public {
        vm.expectEmit(address(staking));
        emit EntryPause.EntriesPaused(START + 7 days);
        _pause(7 days);
        assertEq(staking.entriesPausedUntil(), START + 7 days, "until");
    }

    function test_entriesAreRefused() public {
        _pause(1 days);
        bytes memory refusal = abi.encodeWithSelector(EntryPause.EntriesArePaused.selector, START + 1 days);
        PermitSignature memory permit;
        vm.startPrank(bob);
        vm.expectRevert(refusal);
        staking.stake(grace, 1 ether);
        vm.expectRevert(refusal);
        staking.stakeWithPermit(grace, 1 ether, permit);
        vm.expectRevert(refusal);
        staking.cancelUnstake(grace, 0);
        vm.expectRevert(refusal);
        staking.restakeRewards(grace);
        vm.expectRevert(refusal);
        staking.registerAndStake(_registration(Role.Edge, bob), EDGE_MIN);
        vm.expectRevert(refusal);
        staking.registerAndStakeWithPermit(_registration(Role.Edge, bob), EDGE_MIN, permit);
        vm.stopPrank();
        vm.warp(START + 1 days);
        _stake(bob, grace, 1 ether);
    }

    /// @dev invariant ExitsStayOpen, verb by verb; the pause lasts over the unbonding period only because the test says so.
    function test_everythingElseGoesOn() public {
        vm.warp(START + UNBONDING);
        _pause(7 days);
        _withdraw(bob, grace, 0);
        _unstake(bob, grace, 10 ether);
        _claim(bob, grace);
        _claim(grace, grace);
        _distribute(grace, 1 ether);
        vm.startPrank(grace);
        staking.setCommission(600);
        staking.setEndpoint("https://grace.example.org");
        staking.setOperator(grace, "");
        staking.suspend(grace);
        staking.resume(grace);
        staking.updateWeight(grace);
        staking.syncParameters();
        vm.stopPrank();
        vm.prank(judge);
        staking.recordReveal(grace, 24);
        _slash(grace, 100, reporter);
        _unstake(bob, grace, type(uint256).max);
        _unstake(grace, grace, type(uint256).max);
    }

    function test_unpause() public {
        _pause(7 days);
        vm.warp(START + 1 hours);
        vm.expectEmit(address(staking));
        emit EntryPause.EntriesUnpaused();
        vm.prank(council);
        staking.unpauseEntries();
        assertEq(staking.entriesPausedUntil(), START + 1 hours, "over");
        _stake(bob, grace, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(EntryPause.EntriesNotPaused.selector));
        vm.prank(council);
        staking.unpauseEntries();
    }

    function test_refusesOddDurations() public {
        vm.expectRevert(abi.encodeWithSelector(EntryPause.InvalidPause.selector, 0, 7 days));
        _pause(0);
        vm.expectRevert(abi.encodeWithSelector(EntryPause.InvalidPause.selector, 7 days + 1, 7 days));
        _pause(7 days + 1);
    }

    /// @dev Not again for 30 days after the end, whether it ran out or was ended; and never longer while it runs.
    function test_refusesToGoOn() public {
        _pause(7 days);
        bytes memory refusal = abi.encodeWithSelector(EntryPause.PauseTooSoon.selector, START + 37 days);
        vm.expectRevert(refusal);
        _pause(1 days);
        vm.warp(START + 37 days - 1);
        vm.expectRevert(refusal);
        _pause(1 days);
        vm.warp(START + 37 days);
        _pause(1 days);
        vm.prank(council);
        staking.unpauseEntries();
        vm.expectRevert(abi.encodeWithSelector(EntryPause.PauseTooSoon.selector, START + 67 days));
        _pause(1 days);
    }

    function _pause(uint256 duration) private {
        vm.prank(council);
        staking.pauseEntries(duration);
    }
}
