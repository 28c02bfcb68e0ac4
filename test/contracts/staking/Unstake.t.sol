// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract UnstakeTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, 2 * EDGE_MIN);
        _stake(bob, alice, 1_000 ether);
    }

    function test_request() public {
        vm.expectEmit(address(staking));
        emit INodeStaking.UnstakeRequested(alice, bob, 0, 400 ether, 400 ether, START + UNBONDING, 2 * EDGE_MIN + 600 ether);
        assertEq(_unstake(bob, alice, 400 ether), 0, "first request");
        assertEq(_unstake(bob, alice, 100 ether), 1, "second request");
        assertEq(_bonded(alice, bob), 500 ether, "bonded");
        assertEq(staking.positionInfo(alice, bob).nextRequestId, 2, "next");
        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertEq(info.bonded, 2 * EDGE_MIN + 500 ether, "node's bonded");
        assertEq(info.unbonding, 500 ether, "node's unbonding");
        assertEq(info.ownUnbonding, 0, "none of it the owner's");
        INodeStaking.UnstakeRequest memory request = staking.unstakeRequest(alice, bob, 1);
        assertEq(request.amount, 100 ether, "amount");
        assertEq(request.availableAt, START + UNBONDING, "time");
    }

    function test_ownersRequest() public {
        _unstake(alice, alice, EDGE_MIN);
        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertEq(info.ownUnbonding, EDGE_MIN, "own unbonding");
        assertEq(info.ownBonded, EDGE_MIN, "own bonded");
        assertEq(info.unbonding, EDGE_MIN, "all unbonding");
        assertTrue(info.active, "just enough");
        _unstake(alice, alice, 1);
        assertFalse(staking.isActive(alice), "under the minimum");
        assertEq(staking.weightOf(alice), 0, "weighs nothing");
        _cancel(alice, alice, 1);
        assertEq(staking.weightOf(alice), EDGE_MIN + 1_000 ether, "weighs again");
        assertEq(staking.nodeInfo(alice).ownUnbonding, EDGE_MIN, "one request is left");
    }

    function test_all() public {
        _unstake(bob, alice, type(uint256).max);
        assertEq(staking.unstakeRequest(alice, bob, 0).amount, 1_000 ether, "all");
        assertEq(staking.positionInfo(alice, bob).shares, 0, "no share is left");
    }

    function test_refusesZero() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAmount.selector));
        _unstake(bob, alice, 0);
    }

    function test_refusesMoreThanBonded() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientStake.selector, 1_000 ether + 1, 1_000 ether));
        _unstake(bob, alice, 1_000 ether + 1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientStake.selector, type(uint256).max, 0));
        _unstake(carol, alice, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientStake.selector, 1, 0));
        _unstake(carol, alice, 1);
    }

    function test_refusesUnknownNode() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, carol));
        _unstake(bob, carol, 1);
    }

    function test_cancel() public {
        _unstake(bob, alice, 400 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.UnstakeCancelled(alice, bob, 0, 400 ether, 2 * EDGE_MIN + 1_000 ether);
        _cancel(bob, alice, 0);
        assertEq(_bonded(alice, bob), 1_000 ether, "bonded again");
        assertEq(staking.nodeInfo(alice).unbonding, 0, "nothing unbonds");
        assertEq(staking.unstakeRequest(alice, bob, 0).availableAt, 0, "the request is gone");
    }

    function test_cancelRefusesUnknownRequests() public {
        _unstake(bob, alice, 400 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, bob, 1));
        _cancel(bob, alice, 1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, carol, 0));
        _cancel(carol, alice, 0);
        _cancel(bob, alice, 0);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, bob, 0));
        _cancel(bob, alice, 0);
    }

    /// @dev Delegation must not pass its limit by leaving and coming back.
    function test_cancelKeepsTheDelegationLimit() public {
        _unstake(bob, alice, type(uint256).max);
        _stake(carol, alice, 8 * EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.DelegationLimitExceeded.selector, 8 * EDGE_MIN + 1_000 ether, 8 * EDGE_MIN));
        _cancel(bob, alice, 0);
    }

    function test_cancelRefusedOnATombstone() public {
        _unstake(bob, alice, 400 ether);
        _slash(alice, 9_901, address(0));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NodeTombstoned.selector, alice));
        _cancel(bob, alice, 0);
    }

    function test_withdraw() public {
        _unstake(bob, alice, 400 ether);
        _unstake(bob, alice, 100 ether);
        vm.warp(START + UNBONDING);
        uint256[] memory ids = new uint256[](2);
        ids[1] = 1;
        vm.expectEmit(address(staking));
        emit INodeStaking.Withdrawn(alice, bob, 0, 400 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.Withdrawn(alice, bob, 1, 100 ether);
        vm.prank(bob);
        assertEq(staking.withdraw(alice, ids), 500 ether, "paid");
        assertEq(token.balanceOf(bob), FUNDS - 500 ether, "received");
        assertEq(staking.nodeInfo(alice).unbonding, 0, "nothing unbonds");
    }

    function test_ownerWithdraws() public {
        _unstake(alice, alice, EDGE_MIN);
        vm.warp(START + UNBONDING);
        assertEq(_withdraw(alice, alice, 0), EDGE_MIN, "paid");
        assertEq(staking.nodeInfo(alice).ownUnbonding, 0, "nothing of his unbonds");
        assertEq(staking.nodeInfo(alice).ownBonded, EDGE_MIN, "the rest stays");
    }

    function test_withdrawRefusesEarly() public {
        _unstake(bob, alice, 400 ether);
        vm.warp(START + UNBONDING - 1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.RequestNotMature.selector, 0, START + UNBONDING));
        _withdraw(bob, alice, 0);
    }

    function test_withdrawRefusesTwice() public {
        _unstake(bob, alice, 400 ether);
        vm.warp(START + UNBONDING);
        uint256[] memory twice = new uint256[](2);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, bob, 0));
        vm.prank(bob);
        staking.withdraw(alice, twice);
        _withdraw(bob, alice, 0);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, bob, 0));
        _withdraw(bob, alice, 0);
    }

    function test_withdrawRefusesSomebodyElses() public {
        _unstake(bob, alice, 400 ether);
        vm.warp(START + UNBONDING);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, carol, 0));
        _withdraw(carol, alice, 0);
    }

    function test_withdrawRefusesNothing() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAmount.selector));
        vm.prank(bob);
        staking.withdraw(alice, new uint256[](0));
    }

    /// @dev The period is the one in force when asked, whatever it becomes.
    function test_periodIsThatOfTheRequest() public {
        _unstake(bob, alice, 400 ether);
        _govern(Parameter.UnbondingPeriod, 30 days);
        _unstake(bob, alice, 100 ether);
        assertEq(staking.unstakeRequest(alice, bob, 0).availableAt, START + UNBONDING, "as it was");
        assertEq(staking.unstakeRequest(alice, bob, 1).availableAt, vm.getBlockTimestamp() + 30 days, "as it is");
        vm.warp(START + UNBONDING);
        assertEq(_withdraw(bob, alice, 0), 400 ether, "on its time");
    }

    /// @dev Whoever is the last leaves with all that is left, and the pool ends empty.
    function testFuzz_lastOneOutLeaves(uint256 bps, uint256 own, uint256 delegated) public {
        _stake(alice, alice, bound(own, 1, 1_000_000 ether));
        _stake(carol, alice, bound(delegated, 1, 40_000 ether));
        _slash(alice, bound(bps, 0, 10_000), reporter);
        address[3] memory holders = [alice, bob, carol];
        for (uint256 i = 0; i < 3; ++i) _unstake(holders[i], alice, type(uint256).max);
        vm.warp(START + UNBONDING);
        for (uint256 i = 0; i < 3; ++i) _withdraw(holders[i], alice, 0);
        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertEq(info.bonded + info.unbonding + info.ownUnbonding, 0, "nothing is left");
        uint256 left = token.balanceOf(address(staking)) - staking.fundOwed();
        assertLe(left, 3, "but a unit of rounding each");
    }
}
